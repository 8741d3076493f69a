package org.biogloss.app;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.agreement.Verdict;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.store.DocumentEdit;
import org.biogloss.ui.agree.AdjudicateViewModel;
import org.biogloss.ui.agree.AgreeViewModel;
import org.biogloss.workbench.Comparison;

/// The tour's way through Agree: a second reader, who misses some mentions and draws some borders otherwise, is
/// compared
/// with the layer of the project, and both are adjudicated.
record AgreeTour(Tour tour) {

    private static final String SECOND = "second reader";
    private static final int DOCUMENTS = 20;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    void walk() throws Exception {
        var workbench = tour.project().workbench();
        var first = workbench.activeLayer();
        var edits = workbench.store().ids().stream()
                .limit(DOCUMENTS)
                .flatMap(id -> secondOpinion(workbench.document(id), first).stream())
                .toList();
        workbench.performAll("A second reader", edits);
        show();
        Tour.until("the layers are listed", () -> agree().listedProperty().get() && isListed(SECOND));
        figures(first);
        adjudicate(first);
        tour.resize(WIDTH, HEIGHT);
    }

    /// Every fifth mention is missed, every seventh is drawn up to the next space.
    private static List<DocumentEdit> secondOpinion(AnnotatedDocument document, String first) {
        var edits = new ArrayList<DocumentEdit>();
        int number = document.id().hashCode() & 7;
        for (var mention : document.mentions(first).toList()) {
            if (mention.standing() != Standing.CONFIRMED || number++ % 5 == 0) continue;
            var spans = number % 7 == 0 ? longer(mention, document.text()) : mention.spans();
            var seen = new Mention(
                    Annotation.freshId(),
                    SECOND,
                    spans,
                    mention.type(),
                    mention.concepts(),
                    mention.attributes(),
                    new Source.Person(SECOND));
            edits.add(new DocumentEdit(document.id(), new Edit.Add(seen)));
        }
        return edits;
    }

    private static List<Span> longer(Mention mention, String text) {
        var hull = mention.hull();
        int end = text.indexOf(' ', Math.min(text.length(), hull.end() + 1));
        return List.of(new Span(hull.start(), end < 0 ? text.length() : end));
    }

    private void show() throws Exception {
        Tour.onWindow(() -> {
            tour.project().shell().show("agree");
            return true;
        });
    }

    private boolean isListed(String layer) {
        return agree().layers().stream().anyMatch(one -> one.name().equals(layer));
    }

    private void figures(String first) throws Exception {
        var start = Instant.now();
        Tour.onWindow(() -> {
            for (var layer : agree().layers()) {
                agree().choose(
                                layer.name(),
                                layer.name().equals(first) || layer.name().equals(SECOND));
            }
            agree().amongProperty().set(Comparison.Among.EACH);
            agree().measure();
            return true;
        });
        Tour.until(
                "the agreement is measured",
                () -> agree().agreementProperty().get().isPresent());
        tour.report().took("measure the agreement of two readers", start);
        for (int width : List.of(1000, 1920)) {
            tour.resize(width, width == 1000 ? 700 : 980);
            tour.clearNews();
            tour.picture("agree-" + width);
        }
    }

    private void adjudicate(String first) throws Exception {
        Tour.onWindow(() -> {
            adjudication().choose(new AdjudicateViewModel.Sides(first, SECOND, "adjudicated", 0.5));
            adjudication().show(true);
            return true;
        });
        Tour.until(
                "a document is there to be adjudicated",
                () -> adjudication().ruled().isPresent());
        Tour.onWindow(() -> {
            adjudication().takeAgreed();
            adjudication().decide(Verdict.LEFT);
            return true;
        });
        var tally = adjudication().currentProperty().get().orElseThrow().tally();
        if (tally.taken() != tally.agreed() || tally.decided() < 1) {
            throw new IOException("What two readers agree on was not taken into gold: " + tally);
        }
        for (int width : List.of(1000, 1920)) {
            tour.resize(width, width == 1000 ? 700 : 980);
            tour.clearNews();
            tour.picture("adjudicate-" + width);
        }
    }

    private AgreeViewModel agree() {
        return tour.project().agree();
    }

    private AdjudicateViewModel adjudication() {
        return agree().adjudication();
    }
}
