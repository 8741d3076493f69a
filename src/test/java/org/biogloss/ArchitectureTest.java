package org.biogloss;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Holds the walls and floors of the house. A rule may move with a decision in docs/decisions; none is removed.
@AnalyzeClasses(packages = "org.biogloss", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.biogloss.";

    /// A package uses floors below its own only.
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("document", 1),
            Map.entry("jobs", 1),
            Map.entry("measure", 2),
            Map.entry("format", 3),
            Map.entry("tokens", 3),
            Map.entry("store", 3),
            Map.entry("search", 3),
            Map.entry("agreement", 3),
            Map.entry("bert", 4),
            Map.entry("tasks", 5),
            Map.entry("explore", 5),
            Map.entry("registry", 6),
            Map.entry("training", 7),
            Map.entry("workbench", 8),
            Map.entry("benchmark", 8),
            Map.entry("experiment", 8),
            Map.entry("ui", 9),
            Map.entry("cli", 9),
            Map.entry("app", 10));

    @ArchTest
    static final ArchRule packagesUseOnlyFloorsBelow = ArchRuleDefinition.classes()
            .should(new ArchCondition<JavaClass>("use only floors below their own") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    for (var dependency : origin.getDirectDependenciesFromSelf()) {
                        if (!fits(dependency)) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("org.biogloss.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule uiFeaturesDoNotKnowEachOther = slices().matching("org.biogloss.ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.biogloss.ui.kit.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule javaFxStaysInUiAndApp = only("javafx..", "org.biogloss.ui..", "org.biogloss.app..");

    @ArchTest
    static final ArchRule luceneStaysInSearch = only("org.apache.lucene..", "org.biogloss.search..");

    @ArchTest
    static final ArchRule sqlStaysInStore = only("java.sql..", "org.biogloss.store..");

    @ArchTest
    static final ArchRule richTextStaysInTheReader = only("org.fxmisc..", "org.biogloss.ui.reader..");

    @ArchTest
    static final ArchRule tensorsStayWithTheNetwork = only(
            "ai.djl.ndarray..",
            "org.biogloss.bert..",
            "org.biogloss.tasks..",
            "org.biogloss.explore..",
            "org.biogloss.training..");

    @ArchTest
    static final ArchRule threadsStartInJobs = noClasses()
            .that()
            .resideOutsideOfPackage("org.biogloss.jobs..")
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "ofPlatform")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class)
            .orShould()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", java.util.function.Supplier.class);

    @ArchTest
    static final ArchRule runLaterStaysInTheKit = noClasses()
            .that()
            .resideOutsideOfPackages("org.biogloss.ui.kit..", "org.biogloss.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..", "org.fxmisc..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingIsFor =
            noClasses().should().haveNameMatching(".*\\.(Base|Abstract)\\w*|.*(Util|Utils|Helper|Manager|Impl)");

    @Test
    void everyPackageIntroducesItself() throws IOException {
        var main = Path.of("src/main/java");
        try (var files = Files.walk(main)) {
            List<Path> silent = files.filter(Files::isDirectory)
                    .filter(ArchitectureTest::holdsClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchRule only(String foreign, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign);
    }

    private static boolean fits(Dependency dependency) {
        var from = room(dependency.getOriginClass());
        var to = room(dependency.getTargetClass().getBaseComponentType());
        if (to.isEmpty() || from.equals(to)) return true;
        return FLOORS.containsKey(from) && FLOORS.containsKey(to) && FLOORS.get(to) < FLOORS.get(from);
    }

    /// The first package name under the root, or nothing for a foreign class.
    private static String room(JavaClass type) {
        var name = type.getPackageName() + ".";
        if (!name.startsWith(ROOT)) return "";
        var rest = name.substring(ROOT.length());
        return rest.substring(0, rest.indexOf('.'));
    }
}
