package org.biogloss.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;
import org.biogloss.registry.Models;
import org.biogloss.workbench.review.Asked;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Propagation;
import org.biogloss.workbench.review.Scope;

/// How long a person waits for the occurrences of a name among the abstracts, and for what is decided of them.
record ReviewFigures(Path abstracts) {

    /// A rare name, usual ones, one with an abbreviation, and a word of every third abstract.
    private static final List<String> NAMES =
            List.of("naloxone", "aspirin", "TNF-alpha", "tumor necrosis factor", "insulin", "hypertension", "cells");

    private static final int ROUNDS = 3;

    List<Figure> measure(JobContext context) throws IOException {
        var folder = Files.createTempDirectory("biogloss-bench");
        try (var jobs = new Jobs();
                var workbench = Workbench.create(folder, "Abstracts", new Models(List.of()), jobs)) {
            workbench.importFiles(List.of(abstracts), Optional.empty(), "gold", context);
            return of(workbench, context);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private static List<Figure> of(Workbench workbench, JobContext context) {
        var review = new Review(workbench);
        var first = new Sample();
        var whole = new Sample();
        long count = 0;
        double seconds = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            for (var name : NAMES) {
                context.checkCancelled();
                long start = System.nanoTime();
                var begun = new AtomicLong();
                var hits = hits(review, name, begun);
                if (round == 0) continue; // The first round warms up.
                first.add((begun.get() - start) / 1e6);
                whole.add((System.nanoTime() - start) / 1e6);
                count += hits.size();
                seconds += (System.nanoTime() - start) / 1e9;
            }
        }
        var figures = new ArrayList<Figure>();
        var documents = String.format(
                java.util.Locale.ROOT, "%,d abstracts", workbench.store().documentCount());
        figures.add(Figure.of("first occurrences of a name in " + documents + ", median", first.median(), "ms"));
        figures.add(
                Figure.of("first occurrences of a name in " + documents + ", slowest", first.percentile(100), "ms"));
        figures.add(Figure.of("all occurrences of a name in " + documents + ", median", whole.median(), "ms"));
        figures.add(Figure.of("occurrences found", count / seconds, "hits/s"));
        figures.addAll(deciding(workbench, review, context));
        return figures;
    }

    private static List<Figure> deciding(Workbench workbench, Review review, JobContext context) {
        var asked = asked("hypertension");
        var decisions = hits(review, "hypertension", new AtomicLong()).stream()
                .map(hit -> new Propagation.Decision(
                        hit.place().documentId(), hit.place().span(), true))
                .toList();
        long start = System.nanoTime();
        review.decide(asked, decisions, context);
        double annotating = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        review.check(_ -> {}, context);
        double checking = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        workbench.undo();
        double undoing = (System.nanoTime() - start) / 1e6;
        var what = String.format(java.util.Locale.ROOT, "%,d occurrences", decisions.size());
        return List.of(
                Figure.of("annotating " + what + " as one action", annotating, "ms"),
                Figure.of("taking that back", undoing, "ms"),
                Figure.of("checking the whole project", checking, "s"));
    }

    private static List<Hit> hits(Review review, String name, AtomicLong begun) {
        var hits = new ArrayList<Hit>();
        review.occurrences(
                asked(name),
                found -> {
                    if (hits.isEmpty()) begun.set(System.nanoTime());
                    hits.addAll(found);
                },
                JobContext.silent());
        return hits;
    }

    private static Asked asked(String name) {
        return new Asked(name, "Disease", List.of(), new Scope.Everything());
    }
}
