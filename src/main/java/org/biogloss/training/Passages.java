package org.biogloss.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.biogloss.document.Sentences;
import org.biogloss.document.Span;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TypedSpan;

/// Cuts long texts into passages of whole sentences: short ones make more steps of the same text, and a network
/// should meet its words in more than one place of the window.
///
/// A text that fits stays as it is. Cuts never fall into a mention. A single sentence that is too long stays whole;
/// the learner reads it in windows.
public final class Passages {

    private final ToIntFunction<String> pieces;
    private final int room;

    /// @param pieces how many word pieces a text has
    /// @param room   how many of them fit into one passage
    public Passages(ToIntFunction<String> pieces, int room) {
        this.pieces = pieces;
        this.room = room;
    }

    public List<NerExample> of(NerExample example) {
        var passages = new ArrayList<NerExample>();
        Span open = new Span(0, 0);
        int filled = 0;
        for (var sentence : sentences(example)) {
            int more = pieces.applyAsInt(sentence.in(example.text()));
            if (!open.isEmpty() && filled + more > room) {
                passages.add(cut(example, open, passages.size()));
                open = sentence;
                filled = more;
            } else {
                open = open.isEmpty() ? sentence : open.union(sentence);
                filled += more;
            }
        }
        if (passages.isEmpty()) return List.of(example);
        passages.add(cut(example, open, passages.size()));
        return passages;
    }

    /// The sentences of a text, joined where a boundary would cut a mention.
    static List<Span> sentences(NerExample example) {
        return Sentences.of(example.text(), end -> example.mentions().stream().noneMatch(m -> cuts(m.span(), end)));
    }

    private static boolean cuts(Span mention, int at) {
        return mention.start() < at && at < mention.end();
    }

    private static NerExample cut(NerExample example, Span passage, int number) {
        var mentions = example.mentions().stream()
                .filter(mention -> passage.contains(mention.span()))
                .map(mention -> new TypedSpan(mention.span().shifted(-passage.start()), mention.type()))
                .toList();
        return new NerExample(example.id() + "." + number, passage.in(example.text()), mentions);
    }
}
