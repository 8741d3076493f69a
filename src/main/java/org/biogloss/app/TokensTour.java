package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.tokens.TokensViewModel;

/// The tour's way through the Tokenizer Lab: two vocabularies are trained and stand beside the general one, over a
/// text and over a corpus.
///
/// Where the abstracts of PubMed are at hand they are the corpus, and the vocabularies have 30,522 and 8,192 pieces;
/// else the sample project is, with 4,000 and 1,000.
record TokensTour(Tour tour) {

    private record Plan(String name, int size) {}

    private static final String ABSTRACTS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    void walk() throws Exception {
        Tour.onWindow(() -> {
            tour.project().shell().show("tokens");
            return true;
        });
        Tour.until(
                "the Lab lists what there is to measure",
                () -> lab().corpus().chosenProperty().get().isPresent());
        var abstracts = abstracts();
        if (abstracts.isPresent()) {
            Tour.onWindow(() -> {
                lab().corpus().bring(List.of(abstracts.get()));
                return true;
            });
        }
        train(
                abstracts.isPresent()
                        ? List.of(new Plan("pubmed-30k", 30_522), new Plan("pubmed-8k", 8_192))
                        : List.of(new Plan("sample-4k", 4_000), new Plan("sample-1k", 1_000)));
        measure();
        text();
        tables();
    }

    private static Optional<Path> abstracts() {
        var data = System.getProperty("biogloss.data");
        return Optional.ofNullable(data)
                .map(folder -> Path.of(folder, ABSTRACTS))
                .filter(Files::exists);
    }

    private void train(List<Plan> plans) throws Exception {
        for (var plan : plans) {
            var start = Instant.now();
            Tour.onWindow(() -> {
                lab().learning().train(plan.name(), VocabularyTraining.Wish.wordPiece(plan.size()));
                return true;
            });
            Tour.until(
                    "the vocabulary " + plan.name() + " is trained",
                    () -> lab().columns().stream()
                            .anyMatch(column -> column.name().equals(plan.name())));
            tour.report().took("train the vocabulary " + plan.name(), start);
        }
        Tour.onWindow(() -> {
            int other = 1; // beside the general one stood a model's, which is the same
            if (lab().columns().size() > plans.size() + 1) lab().removeColumn(other);
            return true;
        });
        Tour.until(
                "three vocabularies stand side by side",
                () -> lab().sidesProperty()
                        .get()
                        .filter(sides -> sides.columns().size() == plans.size() + 1)
                        .isPresent());
    }

    private void measure() throws Exception {
        var start = Instant.now();
        Tour.onWindow(() -> {
            lab().corpus().measure();
            return true;
        });
        Tour.until(
                "the corpus is measured",
                () -> lab().corpus().figuresProperty().get().isPresent());
        var figures = lab().corpus().figuresProperty().get().orElseThrow();
        tour.report().took("measure " + figures.totals().documents() + " documents with three vocabularies", start);
        for (var column : figures.columns()) {
            tour.report().figure("pieces a word with " + column.name(), column.fertility());
        }
        var general = figures.columns().getFirst();
        var own = figures.columns().get(1);
        if (own.fertility() >= general.fertility()) {
            throw new IOException("A vocabulary of the domain cuts its words into more pieces than the general one.");
        }
    }

    private void text() throws Exception {
        for (int width : List.of(1000, 1920)) {
            tour.resize(width, width == 1000 ? 700 : 980);
            tour.clearNews();
            tour.picture("tokens-" + width);
        }
        tour.resize(WIDTH, HEIGHT);
        select("cardiomyocytes");
        tour.picture("tokens-history");
        Tour.onWindow(() -> {
            lab().deselect();
            lab().idsProperty().set(true);
            lab().corpus().lookBehind(new Figure.Beyond(512), 0);
            return true;
        });
        Tour.until(
                "the documents behind the figure are there",
                () -> lab().corpus().behindProperty().get().isPresent());
        tour.picture("tokens-behind");
        Tour.onWindow(() -> {
            lab().idsProperty().set(false);
            lab().corpus().closeBehind();
            return true;
        });
    }

    /// Looks at a piece of the second column, or at its longest.
    private void select(String piece) throws Exception {
        var tiles = lab().sidesProperty().get().orElseThrow().columns().get(1).tiles();
        int longest = 0;
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            if (tile.piece().equals(piece)
                    || tile.piece().length() > tiles.get(longest).piece().length()) longest = i;
        }
        int chosen = longest;
        Tour.onWindow(() -> {
            lab().select(1, chosen);
            return true;
        });
        Tour.until(
                "the piece tells its history",
                () -> lab().piece().factsProperty().get().isPresent());
    }

    private void tables() throws Exception {
        tab("terms");
        tour.picture("tokens-terms");
        tab("overlap");
        tour.picture("tokens-vocabularies");
        tab("lengths");
        Tour.onWindow(() -> {
            lab().tables().measureLengths();
            return true;
        });
        Tour.until(
                "the data sets are measured",
                () -> lab().tables().lengthsProperty().get().isPresent());
        tour.picture("tokens-data-sets");
    }

    private void tab(String key) throws Exception {
        Tour.onWindow(() -> {
            tour.project().tokensPage().showTab(key);
            return true;
        });
    }

    private TokensViewModel lab() {
        return tour.project().tokens();
    }
}
