package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Texts;

/// What one can do beside the text, as commands: attributes, notes, labels, status, outline, guidelines, history, time.
public final class MarginCommands {

    private final MarginViewModel margin;
    private final MarginView view;
    private final ReaderView reader;
    private final ReaderViewModel viewModel;
    private final Texts text = new Texts(MarginCommands.class);
    private final BooleanExpression open;

    public MarginCommands(MarginViewModel margin, MarginView view, ReaderView reader) {
        this.margin = margin;
        this.view = view;
        this.reader = reader;
        viewModel = margin.reader();
        open = viewModel.isOpen();
    }

    /// @param place while the focus is in it, single letters are verbs: what holds the reader and what stands beside it
    public void addTo(Commands commands, Node place) {
        for (var command : inThePlace()) commands.addIn(place, command.when(open));
        commands.add(
                command(
                        "time",
                        "",
                        () -> margin.setTimed(!margin.timedProperty().get())),
                command("guidelines", "", () -> view.open(MarginViewModel.Aspect.GUIDELINES)));
    }

    private List<Command> inThePlace() {
        return List.of(
                command("attribute", "Q", this::chooseAttribute),
                command("note", "Z", view::openNote),
                command("documentNote", "Shift+Z", this::noteDocument),
                command("label", "F", this::chooseLabel),
                command("acceptLabel", "Shift+A", viewModel::acceptFirstLabel),
                command("rejectLabel", "Shift+R", viewModel::rejectFirstLabel),
                command("status", "W", this::chooseStatus),
                command("needsReview", "Shift+Enter", viewModel::markForReviewAndGoOn),
                command("details", "", () -> view.open(MarginViewModel.Aspect.DETAILS)),
                command("outline", "O", () -> view.open(MarginViewModel.Aspect.OUTLINE)),
                command("guideline", "I", this::guideline),
                command("history", "H", () -> view.open(MarginViewModel.Aspect.HISTORY)));
    }

    private void guideline() {
        var selected = viewModel.selectedProperty().get();
        if (selected.isPresent()) margin.showGuideline(selected.get().type());
        else view.open(MarginViewModel.Aspect.GUIDELINES);
    }

    private void noteDocument() {
        viewModel.deselect();
        view.openNote();
    }

    /// Each value of each attribute is one line, so that a few letters of it are enough; free text goes to its field.
    private void chooseAttribute() {
        var mention = viewModel.selectedProperty().get();
        var document = viewModel.document();
        if (mention.isEmpty() || document.isEmpty()) return;
        Map<String, Runnable> choices = new TreeMap<>();
        var offered = new ArrayList<Palette.Choice>();
        for (var type : viewModel.schema().attributesOf(mention.get().type())) {
            if (type.name().equals(Annotation.NOTE)) continue;
            for (var value : type.values()) {
                var now = mention.get().attributes().getOrDefault(type.name(), "");
                boolean on = now.equals(value);
                var words = text.get(on ? "attribute.takeAway" : "attribute.set", type.name(), value);
                offered.add(new Palette.Choice(words, digit(offered.size()), false));
                choices.put(
                        words,
                        () -> viewModel.setAttribute(document.get().id(), mention.get(), type.name(), on ? "" : value));
            }
            if (type.isFreeText()) {
                var words = text.get("attribute.type", type.name());
                offered.add(new Palette.Choice(words, digit(offered.size()), false));
                choices.put(words, () -> view.openAttribute(type.name()));
            }
        }
        choose("palette.attribute", offered, false, choices);
    }

    private void chooseLabel() {
        var document = viewModel.document();
        if (document.isEmpty()) return;
        var names = new LinkedHashSet<>(viewModel.schema().labels());
        document.get()
                .labels()
                .filter(label -> label.standing() != Standing.REJECTED)
                .forEach(label -> names.add(label.type()));
        var offered = new ArrayList<Palette.Choice>();
        for (var name : names) offered.add(new Palette.Choice(name, digit(offered.size()), false));
        reader.choose(text.get("palette.label"), offered, true, viewModel::toggleLabel);
    }

    private void chooseStatus() {
        Map<String, Runnable> choices = new TreeMap<>();
        var offered = new ArrayList<Palette.Choice>();
        for (var status : DocumentStatus.values()) {
            var words = text.get("status." + status.name());
            offered.add(new Palette.Choice(words, digit(offered.size()), false));
            choices.put(words, () -> viewModel.setStatus(status));
        }
        choose("palette.status", offered, false, choices);
    }

    private void choose(String prompt, List<Palette.Choice> offered, boolean free, Map<String, Runnable> choices) {
        reader.choose(
                text.get(prompt),
                offered,
                free,
                words -> choices.getOrDefault(words, () -> {}).run());
    }

    private static String digit(int place) {
        return place < 9 ? Integer.toString(place + 1) : "";
    }

    private Command command(String id, String keys, Runnable action) {
        return Command.of("margin." + id, text.get("command.margin." + id), text.get("group.margin"), keys, action);
    }
}
