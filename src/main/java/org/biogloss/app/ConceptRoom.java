package org.biogloss.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.biogloss.search.Terminologies;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.reader.ConceptDesk;
import org.biogloss.workbench.Concepts;

/// The reader's desk of concepts over the open project and the terminologies of this machine.
record ConceptRoom(Concepts concepts, Services services, Runnable addTerms, Consumer<String> undo)
        implements ConceptDesk {

    private static final Texts TEXT = new Texts(ConceptRoom.class);

    @Override
    public List<Concepts.Candidate> candidates(String words, String typed, int limit) throws IOException {
        return concepts.candidates(words, typed, limit);
    }

    @Override
    public Optional<Terminologies.Located> locate(String id) throws IOException {
        return concepts.locate(id);
    }

    @Override
    public boolean hasTerminologies() throws IOException {
        return concepts.hasTerminologies();
    }

    @Override
    public void addTerminology() {
        addTerms.run();
    }

    @Override
    public void spread(String words, String type, List<String> ids, Optional<String> documentId) {
        var title = TEXT.get("spreading", String.join(" ", ids), words);
        services.jobs()
                .start(title, context -> concepts.spread(words, type, ids, documentId, context))
                .then(this::say, failure -> services.notices().fail(title, failure));
    }

    private void say(Concepts.Spread done) {
        var kept = done.kept() == 0 ? "" : TEXT.get("spreadKept", done.kept());
        if (done.mentions() == 0) services.notices().say(TEXT.get("spreadNone") + kept);
        else
            services.notices()
                    .say(
                            TEXT.get("spread", done.mentions(), done.documents()) + kept,
                            new Notices.Action(TEXT.get("undo"), () -> undo.accept(done.title())));
    }
}
