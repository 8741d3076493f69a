package org.biogloss.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.Compute;
import org.biogloss.document.Mention;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.NerScores;
import org.biogloss.tasks.Tagger;

/// How well a saved model finds what is known to be there.
///
/// @param predictions one list for each example
/// @param seconds     for reading the texts, without opening the model
public record Evaluation(NerScores scores, List<List<Mention>> predictions, double seconds) {

    public static Evaluation of(ModelCard model, List<NerExample> examples, Compute compute, JobContext context)
            throws IOException {
        try (var tagger = Tagger.open(model.folder(), compute)) {
            long start = System.nanoTime();
            var predictions = tagger.tag(examples.stream().map(NerExample::text).toList(), context);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Evaluation(compare(examples, predictions), predictions, seconds);
        }
    }

    /// Strict: document, borders and type. Where a document is listed twice, each counts.
    static NerScores compare(List<NerExample> examples, List<List<Mention>> predictions) {
        var known = new ArrayList<NerScores.Scored>();
        var predicted = new ArrayList<NerScores.Scored>();
        for (int i = 0; i < examples.size(); i++) {
            var place = String.valueOf(i); // ids need not be unique
            for (var mention : examples.get(i).mentions()) {
                known.add(NerScores.Scored.of(place, mention.span(), mention.type()));
            }
            for (var mention : predictions.get(i)) {
                predicted.add(NerScores.Scored.of(place, mention.hull(), mention.type()));
            }
        }
        return NerScores.of(known, predicted);
    }
}
