import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes the app image, and the system's own installer where the tools for it are there.
///
/// `java installer/MakeInstaller.java --version V [--out DIR] [--only-image]`, run in the project's root after
/// `mvn process-classes`; `mvn package -Pinstaller` does both. It uses the JDK that runs it: its `jpackage`, and a part
/// of itself as the app's own Java.
final class MakeInstaller {

    /// What the app and its libraries use of the JDK; jdeps names all but the last four, which are reached by name.
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.sql",
            "java.xml",
            "jdk.unsupported",
            "jdk.unsupported.desktop",
            "jdk.management",
            "jdk.zipfs",
            "jdk.charsets",
            "jdk.localedata");

    private static final List<String> CONTENT = List.of("models", "sample-corpora", "LICENSE", "NOTICE");

    private final Platform system = Platform.here();
    private final String version;
    private final Path out;
    private final Path input;

    private enum Platform {
        LINUX,
        WINDOWS,
        MAC;

        static Platform here() {
            var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
        }
    }

    private MakeInstaller(String version, Path out) {
        this.version = version;
        this.out = out;
        this.input = out.resolve("input");
    }

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var maker = new MakeInstaller(
                valueOf(words, "--version", "0.1.0"), Path.of(valueOf(words, "--out", "target/installer")));
        maker.gatherInput();
        maker.makeImage();
        maker.rememberStart();
        if (!words.contains("--only-image")) maker.makePackage();
    }

    private static String valueOf(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
    }

    /// Everything that will lie in the app's folder: jars, models, sample corpora.
    private void gatherInput() throws Exception {
        delete(out);
        Files.createDirectories(input);
        var classPath = Files.readString(Path.of("target", "classpath.txt")).strip();
        for (var jar : classPath.split(java.io.File.pathSeparator)) {
            var file = Path.of(jar);
            Files.copy(file, input.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        run(tool("jar"), "--create", "--file", input.resolve("biogloss.jar").toString(), "-C", "target/classes", ".");
        for (var content : CONTENT) {
            if (Files.exists(Path.of(content))) copy(Path.of(content), input.resolve(content));
            else System.err.println("No " + content + " here; the installer goes without.");
        }
    }

    private void makeImage() throws Exception {
        var name = system == Platform.LINUX ? "biogloss" : "BioGloss";
        var words = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type", "app-image",
                "--name", name,
                "--app-version", version,
                "--vendor", "The BioGloss developers",
                "--description", "A workbench for biomedical text",
                "--copyright", "2026 The BioGloss developers, Apache-2.0",
                "--input", input.toString(),
                "--main-jar", "biogloss.jar",
                "--main-class", "org.biogloss.app.Main",
                "--add-modules", MODULES,
                // Training runs in a JVM of its own, so bin/java stays.
                "--jlink-options", "--strip-debug --no-man-pages --no-header-files --compress zip-6 --include-locales=en",
                "--icon", icon(),
                "--dest", out.toString()));
        for (var option : List.of(
                "-XX:AOTCache=$APPDIR/biogloss.aot",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Dbiogloss.home=$APPDIR",
                "-Dbiogloss.installed=true")) {
            words.addAll(List.of("--java-options", option));
        }
        if (system == Platform.WINDOWS) {
            // A window program has no console on Windows; the second one is for the command line.
            words.addAll(List.of("--add-launcher", "biogloss=installer/windows/biogloss.properties"));
        }
        run(words.toArray(String[]::new));
        delete(input);
    }

    /// Runs the tour once in the image, for Java to note which classes it loads and how: that saves a third of every
    /// later start, for 84 MB. A cache that no longer fits (another Java, a changed jar) is passed over in silence.
    private void rememberStart() throws Exception {
        var image = out.resolve(imageFolder()).toAbsolutePath();
        var app = image.resolve(system == Platform.MAC ? "Contents/app" : system == Platform.LINUX ? "lib/app" : "app");
        var java = image.resolve(
                switch (system) {
                    case LINUX -> "lib/runtime/bin/java";
                    case WINDOWS -> "runtime/bin/java.exe";
                    case MAC -> "Contents/runtime/Contents/Home/bin/java";
                });
        var scratch = Files.createTempDirectory("biogloss-first-start");
        try {
            var words = new ArrayList<>(List.of(
                    java.toString(),
                    "-XX:AOTCacheOutput=" + app.resolve("biogloss.aot"),
                    "-Xlog:aot=error",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dai.djl.offline=true",
                    "-Dbiogloss.home=" + app,
                    "-Dbiogloss.settings=" + scratch.resolve("settings.toml"),
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "-cp", classPath(app),
                    "org.biogloss.app.Main"));
            words.addAll(List.of("tour", "--out", scratch.resolve("tour").toString()));
            run(words.toArray(String[]::new));
        } catch (IOException failed) {
            System.err.println("The image will start more slowly: the tour that warms it up failed (" + failed.getMessage() + ").");
        } finally {
            delete(scratch);
        }
    }

    /// As the launcher will give it: the cache holds for this very list.
    private static String classPath(Path app) throws IOException {
        try (var files = Files.list(app)) {
            var config = files.filter(file -> file.toString().endsWith(".cfg")).sorted().findFirst().orElseThrow();
            return Files.readAllLines(config).stream()
                    .filter(line -> line.startsWith("app.classpath="))
                    .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
                    .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
        }
    }

    private String imageFolder() {
        return switch (system) {
            case LINUX -> "biogloss";
            case WINDOWS -> "BioGloss";
            case MAC -> "BioGloss.app";
        };
    }

    private void makePackage() throws Exception {
        switch (system) {
            case LINUX -> makeDebianPackage();
            case WINDOWS -> wrap("msi", "--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install");
            case MAC -> wrap("dmg");
        }
    }

    private void makeDebianPackage() throws Exception {
        if (!isOnPath("dpkg-deb") || !isOnPath("fakeroot")) {
            System.err.println("No .deb: dpkg-deb and fakeroot are not both here. The app image is in " + out + ".");
            return;
        }
        wrap(
                "deb",
                "--linux-package-name", "biogloss",
                "--linux-deb-maintainer", "biogloss@example.org",
                "--linux-app-category", "science",
                "--linux-package-deps", "libgtk-3-0, libgl1, libfreetype6, libpangoft2-1.0-0, libfontconfig1",
                "--linux-shortcut",
                "--resource-dir", "installer/linux");
    }

    private void wrap(String type, String... more) throws Exception {
        var words = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type", type,
                "--app-image", out.resolve(imageFolder()).toString(),
                "--name", system == Platform.LINUX ? "biogloss" : "BioGloss",
                "--app-version", version,
                "--vendor", "The BioGloss developers",
                "--description", "A workbench for biomedical text",
                "--license-file", "LICENSE",
                "--dest", out.toString()));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
    }

    private String icon() {
        return "installer/icons/biogloss."
                + switch (system) {
                    case LINUX -> "png";
                    case WINDOWS -> "ico";
                    case MAC -> "icns";
                };
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void run(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).inheritIO();
        // Jars do not shrink any further; xz would try for minutes.
        builder.environment().putIfAbsent("DPKG_DEB_COMPRESSOR_TYPE", "gzip");
        int exit = builder.start().waitFor();
        if (exit != 0) throw new IOException(Path.of(words[0]).getFileName() + " ended with " + exit + ", see above");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
