package org.biogloss.tokens.compare;

import java.io.IOException;
import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// The texts of a corpus, with the mentions that are known in them. They are handed over one by one, so that a
/// corpus may be larger than memory.
public interface Passages {

    /// @param type of the entity
    record Marked(Span span, String type) {}

    record Passage(String id, String text, List<Marked> mentions) {

        public Passage {
            mentions = List.copyOf(mentions);
        }

        /// With the confirmed mentions of one stretch each; one in several layers counts once.
        public static Passage of(AnnotatedDocument document) {
            var mentions = document.mentions()
                    .filter(mention -> mention.spans().size() == 1 && mention.standing() == Standing.CONFIRMED)
                    .map(mention -> new Marked(mention.hull(), mention.type()))
                    .distinct()
                    .toList();
            return new Passage(document.id(), document.text(), mentions);
        }
    }

    @FunctionalInterface
    interface Taker {
        void take(Passage passage);
    }

    /// What to call the corpus.
    String name();

    /// Hands over all of them, from the beginning each time, on the caller's thread, and reports how far it has got.
    /// What the taker throws ends it.
    void each(Taker taker, JobContext context) throws IOException;

    static Passages of(String name, List<Passage> passages) {
        return new Passages() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void each(Taker taker, JobContext context) {
                for (int i = 0; i < passages.size(); i++) {
                    taker.take(passages.get(i));
                    context.report(new Progress(i + 1L, passages.size(), name));
                }
            }
        };
    }
}
