package org.biogloss.ui.reader;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// The project's guidelines beside the text: to be read, and written in place with the page under one's hands. What is
/// written is saved a moment after the last key.
final class GuidelinesView extends VBox {

    private static final Duration CALM = Duration.millis(400);

    private final MarginViewModel viewModel;
    private final Saving saving;
    private final Texts text;
    private final ScrollPane page = new ScrollPane();
    private final TextArea editor = new TextArea();
    private final SplitPane writing = new SplitPane();
    private final ToggleButton edit = new ToggleButton("", Icons.of("fth-edit-3"));
    private final MenuButton more = new MenuButton("", Icons.of("fth-more-horizontal"));
    private final PauseTransition calm = new PauseTransition(CALM);
    private MarkdownPage shown = new MarkdownPage("", _ -> {});

    GuidelinesView(MarginViewModel viewModel, Saving saving, Texts text) {
        this.viewModel = viewModel;
        this.saving = saving;
        this.text = text;
        setId("guidelines");
        getStyleClass().addAll("inspector-page", "guidelines");
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.getStyleClass().add("edge-to-edge");
        page.setAccessibleText(text.get("guidelines"));
        editor.setId("guidelines-editor");
        editor.setWrapText(true);
        editor.setPromptText(text.get("guidelines.prompt"));
        editor.setAccessibleText(text.get("guidelines.edit"));
        editor.textProperty().addListener((_, _, _) -> calm.playFromStart());
        editor.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) keep();
        });
        calm.setOnFinished(_ -> keep());
        writing.setOrientation(Orientation.VERTICAL);
        edit.setId("guidelines-edit");
        edit.getStyleClass().addAll("flat", "icon-button");
        edit.setTooltip(Icons.tooltip(text.get("guidelines.edit")));
        edit.setAccessibleText(text.get("guidelines.edit"));
        edit.selectedProperty().addListener((_, _, on) -> write(on));
        more.setId("guidelines-more");
        more.getStyleClass().addAll("flat", "icon-button");
        more.setAccessibleText(text.get("guidelines.more"));
        more.setOnShowing(_ -> viewModel.readVersions());
        viewModel.versionsProperty().subscribe(_ -> fillMore());
        var heading = MentionCard.headed(text.get("guidelines"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var tools = new HBox(4, heading, gap, edit, more);
        tools.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tools, page);
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox.setVgrow(writing, Priority.ALWAYS);
        viewModel.guidelinesProperty().subscribe(this::show);
        viewModel.headingProperty().subscribe(wanted -> wanted.ifPresent(_ -> Fx.later(this::goToHeading)));
    }

    private void show(String markdown) {
        boolean empty = markdown.isBlank();
        if (!edit.isSelected() && !editor.getText().equals(markdown)) editor.setText(markdown);
        double at = page.getVvalue();
        shown = new MarkdownPage(markdown, this::follow);
        page.setContent(empty && !edit.isSelected() ? nothing() : shown);
        page.setVvalue(at);
    }

    private Node nothing() {
        var begin = new Button(text.get("guidelines.begin"));
        begin.setId("guidelines-begin");
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> edit.setSelected(true));
        return new EmptyState(
                "fth-book-open", text.get("guidelines.none"), text.get("guidelines.none.text"), Optional.of(begin));
    }

    private void write(boolean on) {
        if (on) {
            viewModel.beginGuidelines();
            editor.setText(viewModel.guidelinesProperty().get());
            getChildren().remove(page);
            writing.getItems().setAll(editor, page);
            writing.setDividerPositions(0.5);
            getChildren().add(writing);
            writing.applyCss(); // A split pane shows its parts only once it is styled.
            writing.layout();
            editor.requestFocus();
        } else {
            keep();
            getChildren().remove(writing);
            writing.getItems().clear();
            getChildren().add(page);
        }
        show(viewModel.guidelinesProperty().get());
    }

    private void keep() {
        if (edit.isSelected() || writing.getItems().contains(editor)) viewModel.saveGuidelines(editor.getText());
    }

    private void fillMore() {
        more.getItems().clear();
        var save = new MenuItem(text.get("guidelines.save"));
        save.setOnAction(_ -> saving.text(
                "guidelines.md", () -> viewModel.guidelinesProperty().get()));
        var open = new MenuItem(text.get("guidelines.open"));
        open.setOnAction(_ -> saving.prompts().files(text.get("guidelines.open")).stream()
                .findFirst()
                .ifPresent(viewModel::readGuidelines));
        more.getItems().addAll(open, save);
        for (var version : viewModel.versionsProperty().get().stream().limit(10).toList()) {
            var words = text.get("guidelines.version", Shown.minute(version.until()), version.by());
            var item = new MenuItem(words);
            item.setOnAction(_ -> takeBack(version));
            more.getItems().add(item);
        }
    }

    /// What holds now stays as a version too.
    private void takeBack(MarginDesk.Version version) {
        viewModel.beginGuidelines();
        viewModel.saveGuidelines(version.text());
        editor.setText(version.text());
    }

    private void goToHeading() {
        var wanted = viewModel.headingProperty().get();
        if (wanted.isEmpty()) return;
        shown.heading(wanted.get().words()).ifPresentOrElse(this::bringIntoView, () -> page.setVvalue(0));
    }

    private void bringIntoView(Node node) {
        page.applyCss();
        page.layout();
        double height = shown.getHeight() - page.getViewportBounds().getHeight();
        double top = shown.sceneToLocal(node.localToScene(0, 0)).getY();
        page.setVvalue(height <= 0 ? 0 : Math.clamp(top / height, 0, 1));
        shown.lookupAll(".md-here").forEach(other -> other.getStyleClass().remove("md-here"));
        node.getStyleClass().add("md-here");
    }

    /// A heading is gone to; any other address is for a browser, which is the person's to open.
    private void follow(String address) {
        if (address.startsWith("#")) shown.heading(address.substring(1)).ifPresent(this::bringIntoView);
        else saving.copy(address, text.get("guidelines.copied", address));
    }
}
