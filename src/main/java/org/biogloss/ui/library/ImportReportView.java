package org.biogloss.ui.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.format.FileReport;
import org.biogloss.format.ImportReport;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// What an import did, file by file: a panel that stands below the text until it is put away. Takes no room where there
/// is no report.
public final class ImportReportView extends VBox {

    private static final double TABLE_SHARE = 0.64;

    /// A line about one file.
    private record Line(boolean rejected, String where, String words, int times) {}

    private final LibraryViewModel viewModel;
    private final FilePrompts prompts;
    private final Notices notices;
    private final HBox totals = new HBox(16);
    private final TableView<FileReport> files = new TableView<>();
    private final ListView<Line> lines = new ListView<>();
    private final SplitPane panes = new SplitPane(files, lines);

    public ImportReportView(LibraryViewModel viewModel, FilePrompts prompts, Notices notices) {
        this.viewModel = viewModel;
        this.prompts = prompts;
        this.notices = notices;
        getStyleClass().add("import-report");
        getStylesheets()
                .add(Objects.requireNonNull(ImportReportView.class.getResource("library.css"))
                        .toExternalForm());
        prepareFiles();
        prepareLines();
        VBox.setVgrow(panes, Priority.ALWAYS);
        getChildren().addAll(header(), panes);
        viewModel.reportProperty().subscribe(report -> {
            setVisible(report.isPresent());
            setManaged(report.isPresent());
            report.ifPresent(this::show);
        });
    }

    private Node header() {
        var title = new Label(Words.TEXT.get("report.title"));
        title.getStyleClass().add("section-heading");
        totals.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var save = new Button(Words.TEXT.get("report.save"));
        save.setId("save-report");
        save.getStyleClass().addAll("flat", "small");
        save.setOnAction(_ -> viewModel.reportProperty().get().ifPresent(this::save));
        var close = Icons.button("fth-x", Words.TEXT.get("report.close"), viewModel::dismissReport);
        close.setId("close-report");
        var header = new HBox(16, title, totals, space, save, close);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private void prepareFiles() {
        files.setId("report-files");
        files.setAccessibleText(Words.TEXT.get("report.title"));
        files.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var path = words("report.file", file -> shortened(file.path()), 110);
        files.getColumns().add(path);
        files.getColumns().add(words("report.format", FileReport::format, 76));
        files.getColumns().add(words("report.offsets", FileReport::offsetUnit, 88));
        files.getColumns().add(number("report.documents", FileReport::documents, 64));
        files.getColumns().add(number("report.mentions", FileReport::mentions, 78));
        files.getColumns().add(number("report.repaired", ImportReportView::repaired, 80));
        files.getColumns().add(number("report.rejected", ImportReportView::rejected, 78));
        files.getSelectionModel().selectedItemProperty().subscribe(this::show);
    }

    private void prepareLines() {
        lines.setId("report-lines");
        lines.setAccessibleText(Words.TEXT.get("report.title"));
        lines.setCellFactory(_ -> new LineCell());
        var none = new Label();
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.textProperty()
                .bind(files.getSelectionModel()
                        .selectedItemProperty()
                        .map(_ -> Words.TEXT.get("report.clean"))
                        .orElse(Words.TEXT.get("report.chooseFile")));
        lines.setPlaceholder(none);
    }

    private void show(ImportReport report) {
        totals.getChildren()
                .setAll(
                        total("report.documents", report.documents(), ""),
                        total("report.mentions", report.mentions(), ""),
                        total("report.relations", report.relations(), ""),
                        total("report.repaired", report.repaired(), "warning"),
                        total("report.rejected", report.rejected(), "danger"));
        files.getItems().setAll(report.files());
        var first = report.files().stream()
                .filter(file -> rejected(file) + repaired(file) > 0)
                .findFirst();
        first.ifPresentOrElse(
                files.getSelectionModel()::select,
                () -> files.getSelectionModel().selectFirst());
        // Only now has the panel a width to be divided.
        Fx.later(() -> panes.setDividerPositions(TABLE_SHARE));
    }

    private void show(@Nullable FileReport file) {
        var shown = new ArrayList<Line>();
        if (file != null) {
            file.rejected().forEach(r -> shown.add(new Line(true, r.where(), r.why(), r.times())));
            file.repaired().forEach(r -> shown.add(new Line(false, r.where(), r.what(), r.times())));
        }
        lines.getItems().setAll(shown);
    }

    private void save(ImportReport report) {
        prompts.saveAs(Words.TEXT.get("prompt.report"), "import-report.json").ifPresent(file -> {
            try {
                Files.writeString(file, report.toJson());
                notices.say(Words.TEXT.get("report.saved", file));
            } catch (IOException e) {
                notices.fail(Words.TEXT.get("report.saveFailed"), e);
            }
        });
    }

    private static Label total(String key, int number, String style) {
        var label = new Label(Shown.count(number) + " " + Words.TEXT.get(key));
        if (style.isEmpty() || number == 0) label.getStyleClass().add("muted");
        else label.getStyleClass().addAll("badge", style);
        return label;
    }

    private static TableColumn<FileReport, String> words(String key, Function<FileReport, String> text, double width) {
        var column = new TableColumn<FileReport, String>(Words.TEXT.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setMinWidth(width);
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<FileReport, Integer> number(String key, ToIntFunction<FileReport> count, double width) {
        var column = new TableColumn<FileReport, Integer>(Words.TEXT.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(count.applyAsInt(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Integer number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : Shown.count(number));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        column.setMinWidth(width);
        column.setPrefWidth(width);
        return column;
    }

    private static int repaired(FileReport file) {
        return new ImportReport(List.of(file)).repaired();
    }

    private static int rejected(FileReport file) {
        return new ImportReport(List.of(file)).rejected();
    }

    private static String shortened(String path) {
        var name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    private static final class LineCell extends ListCell<Line> {

        private final Label kind = new Label();
        private final Label where = new Label();
        private final Label words = new Label();
        private final VBox box;

        LineCell() {
            where.getStyleClass().addAll("muted", "small");
            where.setMinWidth(0);
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            kind.setMinWidth(USE_PREF_SIZE);
            var head = new HBox(8, kind, where);
            head.setAlignment(Pos.CENTER_LEFT);
            box = new VBox(3, head, words);
            box.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : box);
            if (empty || line == null) return;
            kind.setText(Words.TEXT.get(line.rejected() ? "report.rejectedLine" : "report.repairedLine"));
            kind.getStyleClass().setAll("label", "badge", line.rejected() ? "danger" : "warning");
            where.setText(line.where());
            words.setText(line.words() + (line.times() > 1 ? " " + Words.TEXT.get("report.times", line.times()) : ""));
        }
    }
}
