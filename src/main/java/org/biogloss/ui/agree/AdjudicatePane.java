package org.biogloss.ui.agree;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.agreement.Adjudication;
import org.biogloss.agreement.Ruling;
import org.biogloss.agreement.Verdict;
import org.biogloss.ui.agree.AdjudicateViewModel.Listed;
import org.biogloss.ui.agree.AdjudicateViewModel.Row;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Adjudicator;

/// Adjudication's looks: the passage three times, as the first says, as gold has it, as the second says; below, the
/// documents and the cases of the one at hand. Longer than other classes because the page is bound together here.
final class AdjudicatePane extends BorderPane {

    private static final Set<KeyCode> VERBS = EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.ENTER);

    private final AdjudicateViewModel viewModel;
    private final ColumnPane left;
    private final ColumnPane gold;
    private final ColumnPane right;
    private final ListView<Row> cases = new ListView<>();
    private final ListView<Adjudicator.DocumentTally> documents = new ListView<>();
    private final Label leftName = new Label();
    private final Label goldName = new Label();
    private final Label rightName = new Label();
    private final Label title = new Label();
    private final Label decided = new Label();
    private final Label finished = new Label();
    private final ProgressBar here = new ProgressBar(0);
    private final ProgressBar overall = new ProgressBar(0);
    private final Button agreed;
    private final SplitPane panes = new SplitPane();
    private boolean syncing;

    AdjudicatePane(AdjudicateViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        getStyleClass().add("adjudicate");
        left = new ColumnPane(colours, "agree-left", verdict(Verdict.LEFT, "←"));
        gold = new ColumnPane(
                colours,
                "agree-gold",
                verdict(Verdict.BOTH, "B"),
                verdict(Verdict.NEITHER, "X"),
                verdict(Verdict.LEFT_BORDERS, "M"),
                verdict(Verdict.RIGHT_BORDERS, "Shift+M"));
        right = new ColumnPane(colours, "agree-right", verdict(Verdict.RIGHT, "→"));
        agreed = AgreeView.button("adjudicate-agreed", "", viewModel::takeAgreed);
        panes.setOrientation(Orientation.VERTICAL);
        panes.getItems().setAll(columns(), lists());
        panes.setDividerPositions(0.54);
        setTop(new VBox(bar(), documentBar()));
        colours.darkProperty().subscribe(() -> showCase());
        viewModel.sidesProperty().subscribe(() -> names());
        viewModel.currentProperty().subscribe(() -> showDocument());
        viewModel.cursorProperty().subscribe(() -> showCase());
        viewModel.documents().addListener((ListChangeListener<Adjudicator.DocumentTally>) _ -> showProgress());
        viewModel.loadedProperty().subscribe(() -> showState());
        viewModel.troubleProperty().subscribe(() -> showState());
        viewModel.progressProperty().subscribe(() -> showState());
        names();
        showDocument();
        showState();
    }

    void takeFocus() {
        cases.requestFocus();
    }

    private void showState() {
        boolean loaded = viewModel.loadedProperty().get();
        if (loaded && !viewModel.documents().isEmpty()) {
            setCenter(panes);
            return;
        }
        var why = viewModel.troubleProperty().get();
        boolean reading = viewModel.progressProperty().get().isPresent();
        var key = why.isPresent() ? "trouble" : reading ? "reading" : "empty";
        setCenter(new StackPane(new EmptyState(
                "fth-columns",
                Words.TEXT.get("state." + key),
                why.orElseGet(() -> reading ? "" : Words.TEXT.get("state.emptyText")),
                Optional.empty())));
    }

    private FlowPane bar() {
        overall.setPrefWidth(90);
        overall.setAccessibleText(Words.TEXT.get("progress.documents"));
        finished.setMinWidth(Region.USE_PREF_SIZE);
        var everywhere = AgreeView.button(
                "adjudicate-everywhere", Words.TEXT.get("everywhere"), viewModel::takeAgreedEverywhere);
        var running = new ProgressBar();
        running.setPrefWidth(80);
        var cancel = Icons.button("fth-x", Words.TEXT.get("cancel"), viewModel::cancel);
        var job = new HBox(4, running, cancel);
        job.setAlignment(Pos.CENTER_LEFT);
        viewModel.progressProperty().subscribe(now -> {
            job.setVisible(now.isPresent());
            job.setManaged(now.isPresent());
            everywhere.setDisable(now.isPresent());
            now.ifPresent(progress -> running.setProgress(progress.fraction()));
        });
        var bar = new FlowPane(14, 6, new SidesBar(viewModel), everywhere, new HBox(8, overall, finished), job);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("adjudicate-bar");
        ((HBox) bar.getChildren().get(2)).setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox documentBar() {
        title.getStyleClass().add("bold");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        decided.setMinWidth(Region.USE_PREF_SIZE);
        decided.setId("adjudicate-decided");
        here.setPrefWidth(110);
        here.setAccessibleText(Words.TEXT.get("progress.here"));
        var bar = new HBox(
                8,
                Icons.button(
                        "fth-chevron-left", Words.TEXT.get("previousDocument"), () -> viewModel.neighbour(-1, false)),
                Icons.button("fth-chevron-right", Words.TEXT.get("nextDocument"), () -> viewModel.neighbour(1, false)),
                title,
                here,
                decided,
                agreed,
                AgreeView.button("adjudicate-done", Words.TEXT.get("done"), viewModel::done));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("adjudicate-document");
        return bar;
    }

    private Button verdict(Verdict verdict, String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("keycap");
        var button = AgreeView.button(
                "verdict-" + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                Words.TEXT.get("verdict." + verdict.name()),
                () -> {
                    viewModel.decide(verdict);
                    takeFocus();
                });
        button.setGraphic(cap);
        button.setTooltip(Icons.tooltip(Words.TEXT.get("verdict." + verdict.name() + ".hint")));
        viewModel.cursorProperty().subscribe(() -> enable(button, verdict));
        viewModel.progressProperty().subscribe(() -> enable(button, verdict));
        enable(button, verdict);
        return button;
    }

    private void enable(Button button, Verdict verdict) {
        boolean allowed = viewModel.allows(verdict);
        button.setDisable(!allowed);
        boolean rare = verdict == Verdict.LEFT_BORDERS || verdict == Verdict.RIGHT_BORDERS;
        if (viewModel.progressProperty().get().isPresent() && rare) return; // it would jump for a moment
        button.setVisible(allowed || !rare);
        button.setManaged(allowed || !rare);
    }

    private GridPane columns() {
        var grid = new GridPane();
        for (int i = 0; i < 3; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100 / 3.0);
            grid.getColumnConstraints().add(column);
        }
        var row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(row);
        grid.addRow(0, left, gold, right);
        grid.setMinHeight(180);
        return grid;
    }

    /// Lists take some keys for themselves that are verbs here, and so go to the commands.
    private static void leaveKeys(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!VERBS.contains(event.getCode()) || event.isAltDown() || event.isShortcutDown() || event.isShiftDown())
                return;
            event.consume();
            Event.fireEvent(list.getScene(), event.copyFor(list.getScene(), list.getScene()));
        });
    }

    private SplitPane lists() {
        leaveKeys(documents);
        leaveKeys(cases);
        documents.setMinWidth(180);
        documents.setId("adjudicate-documents");
        documents.setAccessibleText(Words.TEXT.get("documents"));
        documents.setItems(viewModel.documents());
        documents.setCellFactory(_ -> new DocumentCell());
        documents.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (!syncing && now != null && !isOpen(now)) viewModel.open(now.id());
        });
        cases.setId("adjudicate-cases");
        cases.setAccessibleText(Words.TEXT.get("cases"));
        cases.setItems(viewModel.rows());
        cases.setCellFactory(_ -> new CaseCell(viewModel));
        // Panes come into the scene when they are first laid out: only then can the list take the keys.
        cases.sceneProperty().subscribe(scene -> {
            if (scene != null) takeFocus();
        });
        cases.setPlaceholder(new Label(Words.TEXT.get("cases.none")));
        cases.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (!syncing && now != null) viewModel.moveTo(now.number());
        });
        var list = new BorderPane(cases);
        list.setTop(caseHead());
        var split = new SplitPane(documents, list);
        split.setDividerPositions(0.26);
        documents.maxWidthProperty().bind(split.widthProperty().multiply(0.3));
        split.setMinHeight(140);
        return split;
    }

    /// A row that is only told anew is selected anew too.
    private boolean isOpen(Adjudicator.DocumentTally row) {
        return viewModel
                .currentProperty()
                .get()
                .filter(now -> now.document().id().equals(row.id()))
                .isPresent();
    }

    private VBox caseHead() {
        var listing = new ComboBox<Listed>();
        listing.setId("adjudicate-listing");
        listing.setAccessibleText(Words.TEXT.get("listing"));
        listing.getItems().setAll(Listed.values());
        listing.setConverter(ChoicePane.shown(one -> Words.TEXT.get("listing." + one.name())));
        listing.valueProperty().bindBidirectional(viewModel.listingProperty());
        var kind = new Label("", listing);
        var names = CaseCell.columns(kind, leftName, goldName, rightName);
        var head = new VBox(names);
        head.getStyleClass().add("case-head");
        return head;
    }

    private void names() {
        viewModel.sidesProperty().get().ifPresent(sides -> {
            left.call(sides.left());
            gold.call(sides.gold());
            right.call(sides.right());
            leftName.setText(sides.left());
            goldName.setText(sides.gold());
            rightName.setText(sides.right());
        });
    }

    private void showDocument() {
        var now = viewModel.currentProperty().get();
        title.setText(now.map(it -> it.document().document().title()).orElse(""));
        var tally = now.map(Adjudication::tally).orElse(new Adjudication.Tally(0, 0, 0, 0));
        decided.setText(Words.TEXT.get("decidedHere", tally.decided(), tally.differing()));
        here.setProgress(tally.differing() == 0 ? 1 : (double) tally.decided() / tally.differing());
        int open = tally.agreed() - tally.taken();
        agreed.setText(open > 0 ? Words.TEXT.get("takeAgreed", open) : Words.TEXT.get("agreedTaken", tally.agreed()));
        agreed.setDisable(open == 0);
        showProgress();
    }

    private void showProgress() {
        long done = viewModel.documents().stream()
                .filter(one -> one.tally().isDone())
                .count();
        finished.setText(
                Words.TEXT.get("decidedDocuments", done, viewModel.documents().size()));
        overall.setProgress(
                viewModel.documents().isEmpty()
                        ? 0
                        : (double) done / viewModel.documents().size());
        syncing = true;
        int place = viewModel.place();
        if (place >= 0) select(documents, place);
        syncing = false;
    }

    private void showCase() {
        var passage = viewModel.passage();
        var ruled = viewModel.ruled();
        if (passage.isEmpty() || ruled.isEmpty()) {
            left.clear();
            gold.clear();
            right.clear();
            return;
        }
        var it = ruled.get();
        var nothing = Words.TEXT.get("saysNothing");
        left.show(
                passage.get(),
                passage.get().left(),
                it.of().one().map(viewModel::words).orElse(nothing),
                it.of().one().isPresent());
        right.show(
                passage.get(),
                passage.get().right(),
                it.of().other().map(viewModel::words).orElse(nothing),
                it.of().other().isPresent());
        var has = it.gold().stream().map(viewModel::words).collect(Collectors.joining(" + "));
        gold.show(passage.get(), passage.get().gold(), has, !has.isEmpty());
        gold.state(
                Optional.of(Words.TEXT.get("ruling." + it.ruling())),
                it.ruling() == Ruling.OPEN ? "warning" : "success");
        selectCase();
    }

    private void selectCase() {
        int number = viewModel.cursorProperty().get();
        syncing = true;
        for (int i = 0; i < viewModel.rows().size(); i++) {
            if (viewModel.rows().get(i).number() == number) {
                select(cases, i);
                break;
            }
        }
        syncing = false;
    }

    /// Scrolls as little as it takes.
    private static void select(ListView<?> list, int index) {
        if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
        }
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) flow.scrollTo(index);
    }
}
