package org.biogloss.ui.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.biogloss.workbench.HistoryFile;

/// Who did what to the document when, newest first, in sessions of work. A line shows the document as it was after it;
/// from there one can go back to it.
final class HistoryView extends VBox {

    private static final double ROW = 25;

    /// A line of the list.
    sealed interface Row {}

    /// A stretch of one person's work.
    record SessionRow(Instant begin, Instant end, String by, int actions) implements Row {}

    record MomentRow(MarginDesk.Moment moment, boolean isNow) implements Row {}

    private final MarginViewModel viewModel;
    private final Texts text;
    private final ListView<Row> list = new ListView<>();
    private boolean filling;

    HistoryView(MarginViewModel viewModel, Saving saving, Texts text) {
        this.viewModel = viewModel;
        this.text = text;
        setId("past");
        getStyleClass().add("inspector-page");
        list.setId("past-list");
        list.setAccessibleText(text.get("history"));
        list.setFixedCellSize(ROW);
        list.setPlaceholder(MentionCard.muted(text.get("history.none")));
        list.setCellFactory(_ -> new RowCell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!filling && row instanceof MomentRow moment) preview(moment);
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) viewModel.goBack();
            if (event.getCode() == KeyCode.ESCAPE) viewModel.closePreview();
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) event.consume();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var hint = MentionCard.muted(text.get("past.hint"));
        var one = button("past.save", "fth-download", () -> save(saving, true));
        var all = button("past.saveAll", "fth-archive", () -> save(saving, false));
        var tools = new HBox(6, one, all);
        getChildren().addAll(hint, list, tools);
        viewModel.momentsProperty().subscribe(_ -> refill());
        viewModel.previewProperty().subscribe(shown -> {
            if (shown.isEmpty()) list.getSelectionModel().clearSelection();
        });
    }

    void focusList() {
        list.requestFocus();
    }

    /// Newest first, each session under its head; the beginning comes last.
    static List<Row> rows(List<MarginDesk.Moment> moments, String beginning) {
        var rows = new ArrayList<Row>();
        Map<String, Integer> session = new HashMap<>();
        Map<String, Instant> earliest = new HashMap<>();
        String last = "";
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            var by = moment.by();
            var next = earliest.get(by);
            boolean goesOn = by.equals(last)
                    && next != null
                    && Duration.between(moment.time(), next).compareTo(HistoryFile.PAUSE) < 0;
            if (!goesOn) {
                session.put(by, rows.size());
                rows.add(new SessionRow(moment.time(), moment.time(), by, 0));
            }
            int head = session.getOrDefault(by, 0);
            if (rows.get(head) instanceof SessionRow(var _, var end, var who, int actions)) {
                rows.set(head, new SessionRow(moment.time(), end, who, actions + 1));
            }
            earliest.put(by, moment.time());
            last = by;
            rows.add(new MomentRow(moment, i == 0));
        }
        if (!moments.isEmpty()) {
            var first = moments.getLast();
            rows.add(new MomentRow(new MarginDesk.Moment(0, first.time(), "", beginning), false));
        }
        return rows;
    }

    private void refill() {
        filling = true;
        list.getItems().setAll(rows(viewModel.momentsProperty().get(), text.get("past.beginning")));
        list.getSelectionModel().clearSelection();
        filling = false;
    }

    private void preview(MomentRow row) {
        if (row.isNow()) viewModel.closePreview();
        else viewModel.preview(row.moment());
    }

    private void save(Saving saving, boolean ofDocument) {
        var id = viewModel.reader().document().map(now -> now.id()).filter(_ -> ofDocument);
        var name = id.map(known -> "history-" + known.replaceAll("[^A-Za-z0-9._-]+", "-"))
                .orElse("history");
        saving.ask(name + ".csv", file -> viewModel.writeHistory(file, id));
    }

    private Button button(String words, String icon, Runnable verb) {
        var button = new Button(text.get(words), Icons.of(icon));
        button.setId(words.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setTooltip(Icons.tooltip(text.get(words + ".tip")));
        button.setMinWidth(0);
        button.setOnAction(_ -> verb.run());
        return button;
    }

    private final class RowCell extends ListCell<Row> {

        RowCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(
                    empty || row == null
                            ? null
                            : switch (row) {
                                case SessionRow session -> session(session);
                                case MomentRow moment -> moment(moment);
                            });
            setMouseTransparent(row instanceof SessionRow);
        }

        private Node session(SessionRow row) {
            var begin = Shown.minute(row.begin());
            var end = Shown.minute(row.end()).substring(11);
            var when = new Label(begin.endsWith(end) ? begin : begin + " – " + end);
            when.getStyleClass().add("bold");
            when.setMinWidth(Region.USE_PREF_SIZE);
            var who = new Label(row.by());
            who.getStyleClass().add("muted");
            who.setMinWidth(0);
            var line = new HBox(8, when, who);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private Node moment(MomentRow row) {
            var when = new Label(
                    row.moment().entry() == 0
                            ? ""
                            : Shown.minute(row.moment().time()).substring(11));
            when.getStyleClass().add("muted");
            when.setMinWidth(38);
            var what = new Label(row.moment().title());
            what.setMinWidth(0);
            what.setTooltip(Icons.tooltip(row.moment().title()));
            var line = new HBox(7, when, what);
            if (row.isNow()) {
                var now = new Label(text.get("past.now"));
                now.getStyleClass().addAll("badge", "accent");
                now.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(now);
            }
            line.setPadding(new Insets(0, 0, 0, 10));
            line.setAlignment(Pos.CENTER_LEFT);
            setAccessibleText(when.getText() + " " + row.moment().by() + " " + what.getText());
            return line;
        }
    }

    Optional<Row> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }
}
