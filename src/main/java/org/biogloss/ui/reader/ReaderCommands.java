package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Texts;

/// The reader's verbs as commands: shown by F1 and in the palette, on keys that a person may change.
public final class ReaderCommands {

    /// How the ids begin of the commands that set a type.
    public static final String TYPE = "reader.type.";

    private final ReaderViewModel viewModel;
    private final ReaderView view;
    private final Texts text = new Texts(ReaderCommands.class);
    private final BooleanExpression open;
    private final BooleanExpression chosen;

    public ReaderCommands(ReaderViewModel viewModel, ReaderView view) {
        this.viewModel = viewModel;
        this.view = view;
        open = viewModel.isOpen();
        chosen = Bindings.createBooleanBinding(
                () -> viewModel.selectedProperty().get().isPresent(), viewModel.selectedProperty());
    }

    /// @param place while the focus is in it, single letters are verbs: what holds the reader and its
    ///     inspector
    public void addTo(Commands commands, Node place) {
        for (var command : inThePlace()) commands.addIn(place, command);
        addTypes(commands, place);
        for (var command : everywhere()) commands.add(command);
    }

    /// The keys of the types. Call it again when the schema has changed.
    public void addTypes(Commands commands, Node place) {
        commands.removeAll(TYPE);
        for (var type : view.schema().entities()) {
            if (type.key().isEmpty()) continue;
            commands.addIn(
                    place,
                    new Command(
                            TYPE + type.name(),
                            text.get("command.setType", type.name()),
                            text.get("group"),
                            keys(type.key()),
                            open,
                            () -> viewModel.setType(type.name())));
        }
    }

    private List<Command> inThePlace() {
        var all = new ArrayList<>(List.of(
                command("next", "J", viewModel::nextMention).when(open),
                command("previous", "K", viewModel::previousMention).when(open),
                command("nextSuggestion", "N", viewModel::nextSuggestion).when(open),
                command("accept", "A", viewModel::accept).when(chosen),
                command("reject", "R", viewModel::reject).when(chosen),
                command("delete", "D", viewModel::delete).when(chosen),
                command("type", "T", view::openPalette).when(open),
                command("concept", "C", viewModel.concepts()::open).when(chosen),
                command("borders", "B", viewModel::setBorders).when(open),
                command("part", "P", viewModel::addPart).when(open),
                command("link", "L", this::link).when(chosen),
                command("done", "Enter", view::confirm).when(open),
                command("deselect", "Esc", viewModel::deselect).when(open)));
        all.addAll(steps());
        all.addAll(relations());
        border(all, "startLeft", "Open Bracket", false, true);
        border(all, "startRight", "Close Bracket", true, true);
        border(all, "endLeft", "Shift+Open Bracket", false, false);
        border(all, "endRight", "Shift+Close Bracket", true, false);
        return all;
    }

    private List<Command> steps() {
        var steps = viewModel.steps();
        return List.of(
                command("previousSuggestion", "Shift+N", steps::previousSuggestion)
                        .when(open),
                command("nextDisagreement", "M", steps::nextDisagreement).when(open),
                command("nextTwin", "U", steps::nextTwin).when(open),
                command("nextAtPlace", "S", steps::nextAtPlace).when(open),
                command("takeAway", "Shift+P", viewModel::takeAway).when(open));
    }

    private List<Command> relations() {
        var relating = viewModel.relating();
        var one = Bindings.createBooleanBinding(
                () -> relating.chosenProperty().get().isPresent(), relating.chosenProperty());
        return List.of(
                command("event", "E", view::openEvents).when(chosen),
                command("chooseRelation", "Y", relating::chooseNext).when(chosen),
                command("along", "G", relating::along).when(chosen),
                command("back", "Shift+G", relating::back).when(open),
                command("reverse", "X", relating::reverse).when(one),
                command("relationType", "Shift+T", view::openRelationTypes).when(chosen),
                command("addArgument", "Shift+L", relating::startAdding).when(one),
                command("removeArgument", "Shift+X", view::openArguments).when(one),
                command("deleteRelation", "Shift+D", relating::delete).when(one),
                command("shownRelations", "V", view::openShownRelations).when(open),
                command("layers", "Shift+V", view::openLayers).when(open));
    }

    private List<Command> everywhere() {
        return List.of(
                command("undo", "Shortcut+Z", viewModel::undo).when(viewModel.canUndo()),
                command("redo", "Shortcut+Shift+Z", viewModel::redo).when(viewModel.canRedo()),
                command("find", "Shortcut+F", view::openFind).when(open),
                command("findNext", "F3", () -> viewModel.findNext(1)).when(open),
                command("findPrevious", "Shift+F3", () -> viewModel.findNext(-1))
                        .when(open),
                command("nextDocument", "Alt+Right", () -> viewModel.openNeighbour(1))
                        .when(open),
                command("previousDocument", "Alt+Left", () -> viewModel.openNeighbour(-1))
                        .when(open),
                command("larger", "Shortcut+Plus", () -> view.grow(1)),
                command("largerToo", "Shortcut+Equals", () -> view.grow(1)),
                command("smaller", "Shortcut+Minus", () -> view.grow(-1)),
                command("usualSize", "Shortcut+0", () -> view.chooseSize(ReaderView.USUAL_SIZE)),
                command(
                                "suggestions",
                                "",
                                () -> viewModel.showSuggestions(
                                        !viewModel.visibilityProperty().get().suggestions()))
                        .when(open),
                command(
                                "labels",
                                "",
                                () -> viewModel.showLabels(
                                        !viewModel.labelsProperty().get()))
                        .when(open),
                command(
                                "relations",
                                "",
                                () -> viewModel.showAllRelations(
                                        !viewModel.allRelationsProperty().get()))
                        .when(open));
    }

    private void border(List<Command> all, String id, String keys, boolean forward, boolean start) {
        all.add(command(id, keys, () -> move(forward, start, false)).when(chosen));
        all.add(command(id + "ByCharacter", "Alt+" + keys, () -> move(forward, start, true))
                .when(chosen));
    }

    private void move(boolean forward, boolean start, boolean byCharacter) {
        if (start) viewModel.moveStart(forward, byCharacter);
        else viewModel.moveEnd(forward, byCharacter);
    }

    /// First the one end, then the other.
    private void link() {
        if (viewModel.linkingProperty().get().isEmpty()) viewModel.startLink();
        else view.openPalette();
    }

    private Command command(String id, String keys, Runnable action) {
        return new Command(
                "reader." + id,
                text.get("command." + id),
                text.get("group"),
                keys(keys),
                new javafx.beans.property.ReadOnlyBooleanWrapper(true).getReadOnlyProperty(),
                action);
    }

    private static java.util.Optional<KeyCombination> keys(String keys) {
        return keys.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(KeyCombination.valueOf(keys));
    }
}
