package org.biogloss.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;

/// The documents that were worked on last, as they stand in the database, so that an edit need not read thousands of
/// annotations again.
///
/// Each is kept with the state in which it was read. The database says whether that state still holds: what anybody
/// else
/// has changed, taken out or brought anew is read anew, and nothing has to be told to forget.
final class RecentDocuments {

    /// Those with fewer annotations are read in a millisecond.
    private static final int WORTH_KEEPING = 100;

    private static final int MOST = 4;

    private record Kept(DocumentRows.State state, AnnotatedDocument document) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

    /// The document as it stands, read only if it must be. Call it where the rows hold still.
    Optional<AnnotatedDocument> find(DocumentRows rows, String id) throws SQLException {
        var state = rows.state(id);
        if (state.isEmpty()) return Optional.empty();
        var known = kept(id, state.get());
        if (known.isPresent()) return known;
        var read = rows.find(id);
        read.ifPresent(document -> keep(state.get(), document));
        return read;
    }

    /// Follows an edit that is in the database now.
    ///
    /// @param before how the document stood before it
    /// @param entry  the number of the entry that carried it out
    void follow(String id, DocumentRows.State before, long entry, Edit edit) {
        kept(id, before)
                .ifPresent(document -> keep(new DocumentRows.State(before.number(), entry), document.apply(edit)));
    }

    private synchronized Optional<AnnotatedDocument> kept(String id, DocumentRows.State state) {
        var known = kept.get(id);
        return known != null && known.state().equals(state) ? Optional.of(known.document()) : Optional.empty();
    }

    private synchronized void keep(DocumentRows.State state, AnnotatedDocument document) {
        if (document.annotations().size() < WORTH_KEEPING) {
            kept.remove(document.id());
            return;
        }
        kept.put(document.id(), new Kept(state, document));
        if (kept.size() > MOST) kept.remove(kept.keySet().iterator().next());
    }
}
