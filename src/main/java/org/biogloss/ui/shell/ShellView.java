package org.biogloss.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.StatusLine;
import org.biogloss.ui.kit.Workspace;

/// The window's content: bar on top, rail on the left, the page in the middle, facts at the foot; palette, sheet of
/// keys and notices lie over it.
public final class ShellView extends StackPane {

    /// What the window is made of.
    ///
    /// @param pages        in the order of the rail
    /// @param foot         pages about the program itself, at the foot of the rail
    /// @param menuCommands ids in the order of the project menu; `-` for a line, `recent` for earlier projects
    public record Parts(
            List<Workspace> pages,
            List<Workspace> foot,
            Commands commands,
            Notices notices,
            StatusLine status,
            List<String> menuCommands,
            Consumer<Path> openRecent) {

        /// The ids for a [ShellViewModel].
        public List<String> ids() {
            var ids = new ArrayList<String>();
            pages.forEach(page -> ids.add(page.id()));
            foot.forEach(page -> ids.add(page.id()));
            return ids;
        }
    }

    private final Parts parts;
    private final StackPane centre = new StackPane();
    private final Map<String, Node> views = new HashMap<>();

    public ShellView(Parts parts, ShellViewModel viewModel, PaletteViewModel palette, JobsViewModel jobs) {
        this.parts = parts;
        getStyleClass().add("shell");
        getStylesheets()
                .add(Objects.requireNonNull(ShellView.class.getResource("shell.css"))
                        .toExternalForm());
        ShellCommands.add(parts.commands(), viewModel, palette, parts.pages(), parts.foot());
        for (var page : parts.pages()) page.commands().forEach(parts.commands()::add);
        for (var page : parts.foot()) page.commands().forEach(parts.commands()::add);

        // A page that wants more room than there is is cut off, and pushes no bar out of the window.
        centre.setMinSize(0, 0);
        centre.setAlignment(Pos.TOP_LEFT);
        var window = new BorderPane(centre);
        window.setMinSize(0, 0);
        window.setTop(new VBox(
                new TopBar(
                        viewModel,
                        parts.commands(),
                        palette,
                        new JobsView(jobs),
                        parts.menuCommands(),
                        parts.openRecent()),
                new BannerView(viewModel)));
        window.setLeft(new Rail(viewModel, parts.pages(), parts.foot(), parts.commands()));
        window.setBottom(new StatusBar(parts.status()));
        var notices = new NoticesView(parts.notices());
        notices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(notices, Pos.BOTTOM_RIGHT);
        getChildren()
                .addAll(
                        window,
                        notices,
                        new PaletteView(palette),
                        new KeysView(viewModel, parts.commands()),
                        new QuestionView(viewModel));
        viewModel.workspaceProperty().subscribe(this::show);
    }

    private void show(String id) {
        var page = parts.pages().stream().filter(p -> p.id().equals(id)).findFirst();
        page.or(() -> parts.foot().stream().filter(p -> p.id().equals(id)).findFirst())
                .ifPresent(found -> {
                    centre.getChildren().setAll(views.computeIfAbsent(id, _ -> found.view()));
                    found.shown();
                });
    }
}
