package org.biogloss.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.biogloss.registry.ModelCard;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.PaneMemory;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.SidePane;
import org.biogloss.ui.kit.StatusLine;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.kit.Workspace;
import org.biogloss.ui.library.ImportReportView;
import org.biogloss.ui.library.LibraryCommands;
import org.biogloss.ui.library.LibraryView;
import org.biogloss.ui.library.LibraryViewModel;
import org.biogloss.ui.reader.ConceptDesk;
import org.biogloss.ui.reader.MarginCommands;
import org.biogloss.ui.reader.MarginView;
import org.biogloss.ui.reader.MarginViewModel;
import org.biogloss.ui.reader.PageView;
import org.biogloss.ui.reader.PageViewModel;
import org.biogloss.ui.reader.ProjectMarginDesk;
import org.biogloss.ui.reader.ProjectReaderDesk;
import org.biogloss.ui.reader.ReaderCommands;
import org.biogloss.ui.reader.ReaderView;
import org.biogloss.ui.reader.ReaderViewModel;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Workbench;

/// The page where the work is done: the library, the reader and the inspector side by side.
final class ReadPage implements Workspace {

    private static final Texts TEXT = new Texts(ReadPage.class);

    private final Workbench workbench;
    private final Services services;
    private final Commands commands;
    private final StatusLine status;
    private final OpenDocument openDocument;
    private final TypeColours colours;
    private final ReaderViewModel reader;
    private final MarginViewModel margin;
    private final LibraryViewModel library;
    private final PaneMemory memory;
    private Consumer<Node> whenMade = _ -> {};

    ReadPage(
            Workbench workbench,
            Services services,
            Highlights highlights,
            Commands commands,
            StatusLine status,
            OpenDocument openDocument,
            TypeColours colours,
            ConceptDesk concepts) {
        this.workbench = workbench;
        this.services = services;
        this.commands = commands;
        this.status = status;
        this.openDocument = openDocument;
        this.colours = colours;
        memory = new PaneMemory(
                services.settings().get().panes(),
                panes -> panes.forEach((name, at) -> services.settings().change(now -> now.withPane(name, at))));
        var desk = new ProjectReaderDesk(
                workbench,
                (id, step) -> library().neighbour(id, step),
                () -> highlights.switchedOn().stream().map(ModelCard::name).toList(),
                highlights::read,
                concepts);
        Executor aside = task -> services.jobs().startQuietly("read", _ -> {
            task.run();
            return true;
        });
        reader = new ReaderViewModel(desk, aside, Fx.thread(), services.notices()::fail, openDocument::open);
        margin = new MarginViewModel(
                reader, new ProjectMarginDesk(workbench), aside, Fx.thread(), services.notices()::fail);
        desk.listen(id -> Fx.later(() -> id.ifPresentOrElse(reader::refresh, reader::refresh)));
        reader.isOpen().subscribe((was, is) -> {
            if (was && !is) openDocument.close();
        });
        workbench.listen(change -> {
            if (change instanceof ProjectChange.DocumentsImported(int count) && count < 0) {
                services.notices()
                        .say(TEXT.get("takenOut", -count), new Notices.Action(TEXT.get("takenOutBack"), reader::redo));
            }
        });
        openDocument.documentIdProperty().subscribe(id -> id.ifPresentOrElse(reader::open, reader::close));
        openDocument.placeProperty().subscribe(to -> to.ifPresent(at -> reader.goTo(at.documentId(), at.span())));
        reader.suggestionsInWords().subscribe(words -> status.show(StatusLine.Part.SUGGESTIONS, words));
        library = new LibraryViewModel(services.jobs(), Fx.thread(), services.notices(), openDocument, status);
        library.show(Optional.of(new LibraryRoom(workbench)));
    }

    /// Calls back with the place where the reader's keys work, once it is there.
    void whenMade(Consumer<Node> then) {
        whenMade = whenMade.andThen(then);
    }

    ReaderViewModel reader() {
        return reader;
    }

    @Override
    public String id() {
        return "read";
    }

    @Override
    public String title() {
        return TEXT.get("read");
    }

    @Override
    public String icon() {
        return "fth-book-open";
    }

    @Override
    public Node view() {
        var text = new ReaderView(reader, colours);
        text.chooseSize(services.settings().get().panes().getOrDefault("reader.size", 15.0));
        text.sizeProperty()
                .subscribe(size -> services.settings().change(now -> now.withPane("reader.size", size.doubleValue())));
        var saving = new Saving(services.jobs(), services.notices(), services.prompts());
        var beside = new MarginView(margin, colours, saving);
        var place = new SplitPane(beside.over(text), beside);
        beside.watch(place);
        var verbs = new ReaderCommands(reader, text);
        verbs.addTo(commands, place);
        new MarginCommands(margin, beside, text).addTo(commands, place);
        whenMade.accept(place);
        openDocument.placeProperty().subscribe(at -> at.ifPresent(_ -> Fx.later(text::focusText)));
        workbench.listen(change -> {
            if (change instanceof ProjectChange.SchemaChanged) Fx.later(() -> verbs.addTypes(commands, place));
        });
        Executor aside = task -> services.jobs().startQuietly("draw", _ -> {
            task.run();
            return true;
        });
        var sheet = new PageView(new PageViewModel(reader, aside, Fx.thread()));
        var sheets = new SplitPane(place.getItems().removeFirst(), sheet);
        place.getItems().addFirst(sheets);
        if (memory.get("read.page.hidden", -1) < 0) memory.put("read.page.hidden", 1); // until somebody asks for it
        var paper = new SidePane(sheets, sheet, memory, "read.page", 0.55);
        var papers = new LibraryView(library, commands, new LibraryCommands(library, services.prompts()));
        var panes = new SplitPane(papers, place);
        var left = new SidePane(panes, papers, memory, "read.panes", 0.25);
        var right = new SidePane(place, place.getItems().getLast(), memory, "read.inner", 0.70);
        beside.whenOpened(() -> {
            if (!right.isShown()) right.toggle();
        });
        commands.add(
                Command.of("window.library", TEXT.get("toggleLibrary"), TEXT.get("window"), "Shortcut+B", left::toggle),
                Command.of(
                        "window.inspector",
                        TEXT.get("toggleInspector"),
                        TEXT.get("window"),
                        "Shortcut+Shift+B",
                        right::toggle),
                Command.of("window.page", TEXT.get("togglePage"), TEXT.get("window"), "", paper::toggle));
        var page = new BorderPane(panes);
        page.setBottom(new ImportReportView(library, services.prompts(), services.notices()));
        return page;
    }

    /// What the library is asked for, if it is asked for less than everything.
    Optional<SearchRequest> question() {
        if (!library.isNarrowed()) return Optional.empty();
        return Optional.of(new SearchRequest(
                library.queryProperty().get(), library.filtersProperty().get(), 0, 1));
    }

    /// What is marked in the reader, or else all of its text.
    Optional<String> textShown() {
        return reader.document().map(document -> {
            var marked = reader.markedProperty().get();
            boolean isMarked =
                    !marked.isEmpty() && marked.end() <= document.text().length();
            return isMarked ? marked.in(document.text()) : document.text();
        });
    }

    LibraryViewModel library() {
        return library;
    }
}
