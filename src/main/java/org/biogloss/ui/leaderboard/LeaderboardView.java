package org.biogloss.ui.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.util.StringConverter;
import org.biogloss.benchmark.BlurbSet;
import org.biogloss.benchmark.Row;
import org.jspecify.annotations.Nullable;

/// The leaderboard's looks: filters and exports on top, the table, and a plot of the same rows.
final class LeaderboardView extends BorderPane {

    private final LeaderboardViewModel viewModel;
    private final RowTable table;
    private final ScatterPane plot;
    private final Label note = new Label();

    LeaderboardView(LeaderboardViewModel viewModel, LeaderboardPage page) {
        this.viewModel = viewModel;
        getStyleClass().add("leaderboard");
        getStylesheets()
                .add(Objects.requireNonNull(LeaderboardView.class.getResource("leaderboard.css"))
                        .toExternalForm());
        table = new RowTable(viewModel);
        plot = new ScatterPane(row -> viewModel.select(Optional.of(row)));
        note.getStyleClass().addAll("muted", "small", "leaderboard-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        setTop(bar(page));
        var split = new SplitPane(table, new BorderPane(plot, plotBar(), null, note, null));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.56);
        setCenter(split);
        viewModel.rows().addListener((ListChangeListener<Row>) _ -> showPlot());
        viewModel.selectedProperty().subscribe(this::showPlot);
        viewModel.plottedProperty().subscribe(this::showPlot);
        viewModel.acrossProperty().subscribe(this::showPlot);
    }

    private HBox bar(LeaderboardPage page) {
        var title = new Label(Words.TEXT.get("title"));
        title.getStyleClass().add("heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var words = new TextField();
        words.setId("leaderboard-words");
        words.setPromptText(Words.TEXT.get("filter"));
        words.setAccessibleText(Words.TEXT.get("filter"));
        words.setPrefWidth(190);
        words.textProperty().bindBidirectional(viewModel.wordsProperty());
        var kinds = new ComboBox<Optional<Row.Kind>>();
        kinds.setId("leaderboard-kind");
        kinds.setAccessibleText(Words.TEXT.get("kinds"));
        kinds.getItems().setAll(Optional.empty(), Optional.of(Row.Kind.PUBLISHED), Optional.of(Row.Kind.LOCAL));
        kinds.setConverter(shown(
                kind -> Words.TEXT.get(kind.map(one -> "kind." + one.name()).orElse("kind.all"))));
        kinds.valueProperty().bindBidirectional(viewModel.kindProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(10, title, words, kinds, compare(), gap, exports(page));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("leaderboard-bar");
        return bar;
    }

    private ToggleButton compare() {
        var compare = new ToggleButton(Words.TEXT.get("compare"));
        compare.setId("leaderboard-compare");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnAction(_ -> {
            viewModel.compareWithSelected();
            showBaseline(compare);
        });
        viewModel.selectedProperty().subscribe(() -> showBaseline(compare));
        viewModel.baselineProperty().subscribe(() -> showBaseline(compare));
        return compare;
    }

    private void showBaseline(ToggleButton compare) {
        var now = viewModel.selectedProperty().get();
        var from = viewModel.baselineProperty().get();
        compare.setDisable(now.isEmpty());
        compare.setSelected(from.isPresent() && from.equals(now));
        compare.setText(
                from.isPresent() && !from.equals(now)
                        ? Words.TEXT.get("comparedWith", from.get().name())
                        : Words.TEXT.get("compare"));
    }

    private static MenuButton exports(LeaderboardPage page) {
        var menu = new MenuButton(Words.TEXT.get("export"));
        menu.setId("leaderboard-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .setAll(
                        item("copyMarkdown", page::copyMarkdown),
                        item("markdown", page::saveMarkdown),
                        item("csv", page::saveCsv),
                        item("picture", page::savePicture));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Words.TEXT.get("command." + key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private HBox plotBar() {
        var measure = new ComboBox<Measure>();
        measure.setId("leaderboard-plotted");
        measure.setAccessibleText(Words.TEXT.get("plotted"));
        measure.getItems().setAll(Measure.all());
        measure.setConverter(shown(Measure::name));
        measure.valueProperty().bindBidirectional(viewModel.plottedProperty());
        var across = new ComboBox<LeaderboardViewModel.Across>();
        across.setId("leaderboard-across");
        across.setAccessibleText(Words.TEXT.get("across"));
        across.getItems().setAll(LeaderboardViewModel.Across.values());
        across.setConverter(shown(one -> Words.TEXT.get("across." + one.name())));
        across.valueProperty().bindBidirectional(viewModel.acrossProperty());
        var bar = new HBox(8, measure, new Label(Words.TEXT.get("against")), across);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("plot-bar");
        return bar;
    }

    private void showPlot() {
        var measure = viewModel.plottedProperty().get();
        var across = viewModel.acrossProperty().get();
        var points = new ArrayList<ScatterPane.Point>();
        for (var row : viewModel.rows()) {
            var x = across.of(row);
            var y = measure.of(row);
            if (x.isEmpty() || y.isEmpty()) continue;
            var words = "%s%n%s %s%n%s".formatted(row.name(), measure.name(), measure.shown(row), row.source());
            points.add(new ScatterPane.Point(row, x.getAsDouble(), y.getAsDouble(), words));
        }
        plot.show(new ScatterPane.Content(
                points,
                Words.TEXT.get("axis." + across.name()),
                Words.TEXT.get("axis.score", measure.name()),
                viewModel.selectedProperty().get()));
        note.setText(note(points.size()));
    }

    /// What is said of the chosen row; else what keeps rows out of the plot, and what a star means.
    private String note(int plotted) {
        var chosen = viewModel.selectedProperty().get();
        if (chosen.isPresent()) {
            var remarks = chosen.get().scores().values().stream()
                    .filter(score -> !score.isBlurbs())
                    .map(score -> " * " + score.remark())
                    .distinct()
                    .toList();
            return Words.TEXT.get("chosen", chosen.get().name(), chosen.get().source()) + String.join("", remarks);
        }
        int missing = viewModel.rows().size() - plotted;
        var caveats = viewModel.rows().stream().allMatch(Row::isBlurbs)
                ? ""
                : " * " + BlurbSet.EBM_PICO.id() + ": "
                        + BlurbSet.EBM_PICO.caveat().orElse("");
        return (missing == 0 ? "" : Words.TEXT.get("notPlotted", missing)) + caveats;
    }

    /// The rows in the order in which the table has them now.
    List<Row> inOrder() {
        return table.inOrder();
    }

    /// The plot as it is, with more pixels than the screen shows.
    Image picture(double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.TRANSPARENT);
        return plot.snapshot(parameters, null);
    }

    private static <V> StringConverter<V> shown(java.util.function.Function<V, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable V value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable V fromString(String text) {
                return null;
            }
        };
    }
}
