package org.biogloss.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Schema;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.reader.ReaderViewModel;
import org.biogloss.ui.review.ReviewPage;
import org.biogloss.ui.review.Surroundings;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.Workbench;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Twins;

/// The review page's place in the window, and the ways from the reader to it.
final class ReviewRoom implements Surroundings {

    private static final Texts TEXT = new Texts(ReviewRoom.class);

    private final Workbench workbench;
    private final Services services;
    private final OpenDocument openDocument;
    private final Supplier<Optional<SearchRequest>> question;

    /// What the project taught last, until something in it changes beside single edits.
    private final AtomicReference<Optional<Twins>> learnt = new AtomicReference<>(Optional.empty());

    /// @param question what the library is asked for, if for less than everything
    ReviewRoom(
            Workbench workbench,
            Services services,
            OpenDocument openDocument,
            Supplier<Optional<SearchRequest>> question) {
        this.workbench = workbench;
        this.services = services;
        this.openDocument = openDocument;
        this.question = question;
        workbench.listen(change -> {
            if (!(change instanceof ProjectChange.DocumentChanged)) learnt.set(Optional.empty());
        });
    }

    /// @param place where the reader's keys work
    void addTo(Commands commands, Node place, ReaderViewModel reader, ReviewPage page, Runnable show) {
        commands.addIn(
                place,
                command("occurrences", "Shift+O", () -> occurrences(reader, page, show))
                        .when(reader.isOpen()),
                command("nextTwinInProject", "Shift+U", () -> nextTwin(reader)).when(reader.isOpen()));
    }

    /// Those that open a tab, wherever the focus is.
    void addTo(Commands commands, ReviewPage page, Runnable show) {
        for (var tab : ReviewPage.Tab.values()) {
            commands.add(command("show." + tab, "", () -> {
                page.show(tab);
                show.run();
            }));
        }
    }

    private static Command command(String key, String keys, Runnable action) {
        return Command.of("review." + key, TEXT.get("review." + key), TEXT.get("review.group"), keys, action);
    }

    /// Of the selected mention, or else of the marked words, as the type that was asked about last.
    private void occurrences(ReaderViewModel reader, ReviewPage page, Runnable show) {
        var text = reader.document().map(AnnotatedDocument::text).orElse("");
        var selected = reader.selectedProperty().get();
        var marked = reader.markedProperty().get();
        page.show(ReviewPage.Tab.OCCURRENCES);
        show.run();
        var lines = page.occurrences();
        if (selected.isPresent()) {
            var mention = selected.get();
            lines.find(mention.in(text), mention.type(), mention.concepts());
        } else if (!marked.isEmpty() && marked.end() <= text.length()) {
            lines.find(marked.in(text), lines.typeProperty().get(), List.of());
        }
    }

    /// After the caret, or else in the documents after this one.
    private void nextTwin(ReaderViewModel reader) {
        var from = reader.document().orElseThrow().id();
        int after = reader.markedProperty().get().start();
        services.jobs()
                .start(TEXT.get("review.nextTwinInProject"), context -> nextTwin(from, after, context))
                .then(
                        found -> found.ifPresentOrElse(
                                twin -> Fx.later(() -> openDocument.open(
                                        twin.place().documentId(), twin.place().span())),
                                () -> services.notices().say(TEXT.get("review.noTwin"))),
                        failure -> services.notices().fail(TEXT.get("review.nextTwinInProject"), failure));
    }

    private Optional<Finding.Twin> nextTwin(String from, int after, JobContext context) {
        var twins = learnt.get().orElseGet(() -> new Review(workbench).twins(context));
        learnt.set(Optional.of(twins));
        var here = twins.in(workbench.document(from)).stream()
                .filter(twin -> twin.place().span().start() > after)
                .findFirst();
        if (here.isPresent()) return here;
        var ids = workbench.store().ids();
        int at = ids.indexOf(from);
        for (int step = 1; step <= ids.size(); step++) {
            context.checkCancelled();
            var there = twins.in(workbench.document(ids.get((at + step) % ids.size())));
            if (!there.isEmpty()) return Optional.of(there.getFirst());
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> openDocument() {
        return openDocument.documentId();
    }

    @Override
    public Optional<SearchRequest> question() {
        return question.get();
    }

    @Override
    public void open(String documentId, Span place) {
        openDocument.open(documentId, place);
    }

    @Override
    public List<String> types() {
        return workbench.store().schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
    }
}
