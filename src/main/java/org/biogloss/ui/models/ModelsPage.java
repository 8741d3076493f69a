package org.biogloss.ui.models;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.Workspace;

/// The models page with its place on the rail and its commands.
public final class ModelsPage implements Workspace {

    private static final Texts TEXT = new Texts(ModelsPage.class);

    private final ModelsViewModel viewModel;
    private final BringViewModel bringing;
    private final FilePrompts prompts;
    private final Runnable show;
    private Optional<ModelsView> view = Optional.empty();

    /// @param show brings the page to the front
    public ModelsPage(ModelsViewModel viewModel, BringViewModel bringing, FilePrompts prompts, Runnable show) {
        this.viewModel = viewModel;
        this.bringing = bringing;
        this.prompts = prompts;
        this.show = show;
    }

    @Override
    public String id() {
        return "models";
    }

    @Override
    public String title() {
        return TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-box";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) view = Optional.of(new ModelsView(viewModel, bringing, prompts));
        return view.get();
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("models.bring", TEXT.get("bring"), TEXT.get("rail"), "", () -> {
            show.run();
            bringing.openProperty().set(true);
        }));
    }
}
