package org.biogloss.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.controlsfx.control.PopOver;

/// The button that says how many jobs run, and the list that hangs from it: progress, time left, cancel.
final class JobsView extends Button {

    private static final Texts TEXT = new Texts(JobsView.class);

    private final JobsViewModel viewModel;
    private final VBox list = new VBox();
    private final Map<JobsViewModel.Row, Node> shown = new HashMap<>();
    private final PopOver popOver = new PopOver();

    JobsView(JobsViewModel viewModel) {
        this.viewModel = viewModel;
        setId("jobs");
        getStyleClass().addAll("flat", "jobs-button");
        var wheel = new ProgressIndicator();
        wheel.getStyleClass().add("jobs-wheel");
        setGraphic(wheel);
        list.setId("jobs-list");
        list.getStyleClass().add("jobs-list");
        popOver.setContentNode(list);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        setOnAction(_ -> toggle());
        viewModel.rows().addListener((javafx.beans.Observable _) -> refresh());
        refresh();
    }

    void toggle() {
        if (popOver.isShowing()) popOver.hide();
        else if (!viewModel.rows().isEmpty()) popOver.show(this);
    }

    /// What hangs from the button, for pictures of it.
    Region list() {
        return list;
    }

    private void refresh() {
        int count = viewModel.rows().size();
        var words = TEXT.get(count == 1 ? "jobs.one" : "jobs.many", count);
        setText(words);
        setAccessibleText(words);
        setVisible(count > 0);
        setManaged(count > 0);
        shown.keySet().retainAll(viewModel.rows());
        list.getChildren()
                .setAll(viewModel.rows().stream()
                        .map(row -> shown.computeIfAbsent(row, JobsView::view))
                        .toList());
        if (count == 0) popOver.hide();
    }

    private static Node view(JobsViewModel.Row row) {
        var title = new Label(row.title());
        title.getStyleClass().add("bold");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var cancel = Icons.button("fth-x", TEXT.get("jobs.cancel", row.title()), row::cancel);
        cancel.getStyleClass().add("cancel-job");
        var head = new HBox(8, title, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(row.title());
        var words = new Label();
        words.getStyleClass().addAll("muted", "small");
        row.stateProperty().subscribe(_ -> {
            bar.setProgress(row.progress().fraction());
            words.setText(words(row));
        });
        var box = new VBox(4, head, bar, words);
        box.getStyleClass().add("job");
        return box;
    }

    private static String words(JobsViewModel.Row row) {
        if (row.isWaiting()) return TEXT.get("jobs.waiting");
        var progress = row.progress();
        var words = new StringBuilder(progress.what());
        if (progress.total() > 0) {
            if (!words.isEmpty()) words.append(" · ");
            words.append(TEXT.get("jobs.of", progress.done(), progress.total()));
        }
        row.left().ifPresent(left -> words.append(" · ").append(TEXT.get("jobs.left", Shown.duration(left))));
        return words.isEmpty() ? TEXT.get("jobs.begun") : words.toString();
    }
}
