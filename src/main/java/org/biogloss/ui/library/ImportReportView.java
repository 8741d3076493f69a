package org.biogloss.ui.library;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.format.FileReport;
import org.biogloss.format.ImportReport;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// What an import did, file by file: read, repaired and how, rejected and why. Stays until it is dismissed.
final class ImportReportView extends VBox {

    /// More lines than this nobody reads here; the saved report has them all.
    private static final int MOST = 200;

    private final Texts text = new Texts(ImportReportView.class);

    ImportReportView(ImportReport report, LibraryViewModel viewModel, FilePrompts prompts) {
        setId("import-report");
        getStyleClass().add("import-report");
        setSpacing(6);
        var heading = new Label(text.get("report"));
        heading.getStyleClass().add("section-heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Icons.button("fth-x", text.get("dismiss"), viewModel::dismissReport);
        close.setId("dismiss-report");
        var top = new HBox(6, heading, gap, close);
        top.setAlignment(Pos.CENTER_LEFT);
        var summary = new Label(text.get(
                "summary",
                Shown.count(report.documents()),
                Shown.count(report.mentions()),
                Shown.count(report.relations()),
                Shown.count(report.repaired()),
                Shown.count(report.rejected())));
        summary.setId("import-summary");
        summary.setWrapText(true);
        var lines = lines(report);
        getChildren().addAll(top, summary);
        if (lines.getChildren().isEmpty()) return;
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(180);
        var save = new Button(text.get("save"));
        save.setOnAction(
                _ -> prompts.saveAs(text.get("saveTitle"), "import-report.json").ifPresent(viewModel::saveReport));
        getChildren().addAll(scroll, save);
    }

    private VBox lines(ImportReport report) {
        var lines = new VBox(3);
        for (FileReport file : report.files()) {
            var name = String.valueOf(Path.of(file.path()).getFileName());
            for (var rejected : file.rejected()) {
                add(lines, text.get("rejected", name, rejected.where(), rejected.why()), "error-text");
            }
            for (var repaired : file.repaired()) {
                add(lines, text.get("repaired", name, repaired.where(), repaired.what()), "muted");
            }
        }
        return lines;
    }

    private void add(VBox lines, String words, String style) {
        if (lines.getChildren().size() > MOST) return;
        boolean last = lines.getChildren().size() == MOST;
        var line = new Label(last ? text.get("more") : words);
        line.setWrapText(true);
        line.getStyleClass().addAll("small", style);
        lines.getChildren().add(line);
    }
}
