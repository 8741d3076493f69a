package org.biogloss.ui.tokens;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.jobs.Jobs;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.compare.LongestMatch;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Notices;

/// All that is known of the piece that a person looks at: what it covers, how its word was cut, and how the vocabulary
/// came to have it.
public final class PieceViewModel {

    /// @param covers  the text under it; empty where the piece was chosen from a list
    /// @param cutting how its word was cut, where the vocabulary takes the longest piece it has
    /// @param history the merges that made it, in their order
    /// @param isKnown whether the vocabulary has its history beside it
    public record Facts(
            String vocabulary,
            String piece,
            int id,
            String covers,
            Optional<Tile> tile,
            Optional<LongestMatch> cutting,
            List<MergeHistory.Step> history,
            boolean isKnown) {}

    private final TokensDesk desk;
    private final TokensViewModel lab;
    private final ReadOnlyObjectWrapper<Optional<Facts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Latest<Facts> looking;

    PieceViewModel(TokensDesk desk, Jobs jobs, Executor window, Notices notices, TokensViewModel lab) {
        this.desk = desk;
        this.lab = lab;
        looking = new Latest<>(
                "look at a piece",
                jobs,
                window,
                now -> facts.set(Optional.of(now)),
                failure -> notices.fail("Cannot look at the piece", failure));
    }

    public ReadOnlyObjectProperty<Optional<Facts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Looks at what is selected in the text.
    void look() {
        var at = lab.selectedProperty().get();
        var sides = lab.sidesProperty().get();
        if (at.isEmpty() || sides.isEmpty()) return;
        var vocabulary = lab.chosen().get(at.get().column());
        looking.ask(_ -> facts(vocabulary, sides.get(), at.get()));
    }

    /// Looks at a piece of a vocabulary that no text has at hand.
    public void look(TokensDesk.Shelved vocabulary, String piece) {
        looking.ask(_ -> {
            var history = desk.history(vocabulary.id());
            int id = desk.open(vocabulary.id()).id(piece).orElse(-1);
            return new Facts(
                    vocabulary.name(),
                    piece,
                    id,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    history.of(piece),
                    !history.steps().isEmpty());
        });
    }

    public void close() {
        facts.set(Optional.empty());
    }

    private Facts facts(TokensDesk.Shelved vocabulary, SideBySide sides, TokensViewModel.Selected at)
            throws IOException {
        var tiles = sides.columns().get(at.column()).tiles();
        var tile = tiles.get(at.tile());
        var tokenizer = desk.open(vocabulary.id());
        boolean takesLongest = !tokenizer.writesBytes() && !tile.unknown();
        var history = desk.history(vocabulary.id());
        return new Facts(
                vocabulary.name(),
                tile.piece(),
                tile.id(),
                tile.span().in(sides.text()),
                Optional.of(tile),
                takesLongest ? Optional.of(LongestMatch.of(word(tiles, at.tile()), tokenizer)) : Optional.empty(),
                history.of(tile.piece()),
                !history.steps().isEmpty());
    }

    private static List<Tile> word(List<Tile> tiles, int tile) {
        int first = tile;
        int last = tile + 1;
        while (first > 0 && !tiles.get(first).begins()) first--;
        while (last < tiles.size() && !tiles.get(last).begins()) last++;
        return tiles.subList(first, last);
    }
}
