package org.biogloss.ui.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.compare.CorpusFigures;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Shown;

/// The figures of a corpus as small bar charts. What stands behind a bar is shown when it is pressed.
final class CorpusPane extends BorderPane {

    private static final double MARGIN = 16;
    private static final double GAP = 10;
    private static final int MOST_SMALL = 5;
    private static final double SMALL = 200;
    private static final int MOST_WIDE = 3;
    private static final double WIDE = 400;

    /// What never exceeds this is drawn on a scale that ends here.
    private static final double RARE = 0.05;

    private final CorpusViewModel viewModel;

    CorpusPane(CorpusViewModel viewModel, TokensPage page) {
        this.viewModel = viewModel;
        setTop(new MeasureBar(viewModel, page));
        viewModel.figuresProperty().subscribe(this::show);
        viewModel.choices().addListener((ListChangeListener<TokensDesk.Corpus>) _ -> {
            if (viewModel.figuresProperty().get().isEmpty()) show(Optional.empty());
        });
    }

    private void show(Optional<CorpusFigures> figures) {
        if (figures.isEmpty()) {
            setCenter(new EmptyState(
                    "fth-bar-chart-2",
                    Words.TEXT.get("figures.emptyTitle"),
                    Words.TEXT.get("figures.emptyText"),
                    Optional.empty()));
            return;
        }
        var scroll = new ScrollPane(new VBox(
                headline(figures.get()),
                row(figureCards(figures.get()), MOST_SMALL, SMALL),
                row(wideCards(figures.get()), MOST_WIDE, WIDE)));
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    /// As many cards in a row as fit, without a gap at its end.
    ///
    /// @param most  in a row
    /// @param least width of a card
    private static FlowPane row(List<Region> cards, int most, double least) {
        var row = new FlowPane(GAP, GAP);
        row.getStyleClass().add("figure-cards");
        row.setRowValignment(VPos.TOP);
        row.getChildren().addAll(cards);
        row.widthProperty().subscribe(now -> {
            double width = now.doubleValue() - 2 * MARGIN;
            int fit = Math.clamp((int) ((width + GAP) / (least + GAP)), 1, most);
            int inRow = fit == most - 1 && most > 4 ? fit - 1 : fit; // four and one would look forgotten
            double one = Math.floor((width - (inRow - 1) * GAP) / inRow) - 1;
            for (var card : cards) card.setPrefWidth(one);
        });
        return row;
    }

    private Region headline(CorpusFigures figures) {
        var totals = figures.totals();
        var words = new Label(Words.TEXT.get(
                "figures.of",
                figures.corpus(),
                Shown.count(totals.documents(), "document", "documents"),
                Shown.count(totals.words(), "word", "words"),
                Shown.count(totals.characters(), "character", "characters")));
        words.getStyleClass().add("muted");
        var legend = new HBox(14);
        legend.getStyleClass().add("legend");
        for (int column = 0; column < figures.columns().size(); column++) {
            var chip = new Region();
            chip.getStyleClass().addAll("chip", "chip-" + column);
            var name = new Label(figures.columns().get(column).name(), chip);
            legend.getChildren().add(name);
        }
        var head = new VBox(4, words, legend);
        head.getStyleClass().add("figures-head");
        return head;
    }

    private List<Region> figureCards(CorpusFigures figures) {
        return List.of(
                plain("pieces", figures, CorpusFigures.Column::piecesPerDocument, "%,.1f", everything()),
                plain("fertility", figures, CorpusFigures.Column::fertility, "%.3f", new Figure.CutWords()),
                share("whole", figures, CorpusFigures.Column::wholeWords, new Figure.CutWords()),
                plain("compression", figures, CorpusFigures.Column::charactersPerPiece, "%.2f", everything()),
                share("unknown", figures, CorpusFigures.Column::unknownShare, new Figure.Unknown()));
    }

    private List<Region> wideCards(CorpusFigures figures) {
        var cards = new ArrayList<Region>();
        cards.add(new HistogramCard(figures, viewModel));
        cards.add(beyond(figures));
        if (!figures.types().isEmpty()) cards.add(mentions(figures));
        return cards;
    }

    private static Figure everything() {
        return new Figure.Length(0, Integer.MAX_VALUE);
    }

    private BarCard plain(
            String key,
            CorpusFigures figures,
            ToDoubleFunction<CorpusFigures.Column> value,
            String format,
            Figure behind) {
        double most = figures.columns().stream().mapToDouble(value).max().orElse(1);
        return card(
                key,
                figures,
                column -> most == 0 ? 0 : value.applyAsDouble(column) / most,
                column -> String.format(Locale.ROOT, format, value.applyAsDouble(column)),
                Optional.of(behind));
    }

    /// A share's bar is as long as the share, except that of what hardly ever happens.
    private BarCard share(
            String key, CorpusFigures figures, ToDoubleFunction<CorpusFigures.Column> value, Figure behind) {
        double most = figures.columns().stream().mapToDouble(value).max().orElse(1);
        double whole = most < RARE ? RARE : 1;
        return card(
                key,
                figures,
                column -> value.applyAsDouble(column) / whole,
                column -> percent(value.applyAsDouble(column)),
                Optional.of(behind));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.0001 ? "%.4f %%" : "%.2f %%", share * 100);
    }

    private BarCard card(
            String key,
            CorpusFigures figures,
            ToDoubleFunction<CorpusFigures.Column> share,
            Function<CorpusFigures.Column, String> value,
            Optional<Figure> behind) {
        var bars = new ArrayList<BarCard.Bar>();
        for (int c = 0; c < figures.columns().size(); c++) {
            var column = figures.columns().get(c);
            bars.add(bar(c, column, share.applyAsDouble(column), value.apply(column), behind));
        }
        return new BarCard(
                Words.TEXT.get("figure." + key),
                Words.TEXT.get("figure." + key + "Hint"),
                List.of(new BarCard.Group("", bars)));
    }

    private BarCard.Bar bar(int c, CorpusFigures.Column column, double share, String value, Optional<Figure> behind) {
        return new BarCard.Bar(
                c, column.name(), share, value, behind.map(figure -> () -> viewModel.lookBehind(figure, c)));
    }

    private BarCard beyond(CorpusFigures figures) {
        double all = Math.max(1, figures.totals().documents());
        var groups = new ArrayList<BarCard.Group>();
        for (int limit : CorpusFigures.LIMITS) {
            var bars = new ArrayList<BarCard.Bar>();
            for (int c = 0; c < figures.columns().size(); c++) {
                long over = figures.beyond(c, limit);
                bars.add(bar(
                        c,
                        figures.columns().get(c),
                        over / all,
                        Shown.percent(over / all),
                        Optional.<Figure>of(new Figure.Beyond(limit)).filter(_ -> over > 0)));
            }
            groups.add(new BarCard.Group(Words.TEXT.get("figure.limit", limit), bars));
        }
        return new BarCard(Words.TEXT.get("figure.beyond"), Words.TEXT.get("figure.beyondHint"), groups);
    }

    private BarCard mentions(CorpusFigures figures) {
        var groups = new ArrayList<BarCard.Group>();
        for (var type : figures.types()) {
            var bars = new ArrayList<BarCard.Bar>();
            long known = 0;
            for (int c = 0; c < figures.columns().size(); c++) {
                var mentions = figures.columns().get(c).mentions(type);
                known = mentions.known();
                bars.add(bar(
                        c,
                        figures.columns().get(c),
                        mentions.share(),
                        Shown.percent(mentions.share()),
                        Optional.<Figure>of(new Figure.CutMentions(type))
                                .filter(_ -> mentions.whole() < mentions.known())));
            }
            groups.add(new BarCard.Group(
                    Words.TEXT.get("figure.type", type, Shown.count(known, "mention", "mentions")), bars));
        }
        return new BarCard(Words.TEXT.get("figure.mentions"), Words.TEXT.get("figure.mentionsHint"), groups);
    }
}
