package org.biogloss.ui.reader;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.biogloss.format.PdfPages;
import org.biogloss.ui.kit.Texts;

/// The page of the PDF that the caret is on. Drawn off the window's thread, and only while somebody looks.
public final class PageViewModel {

    private static final Texts TEXT = new Texts(PageViewModel.class);
    private static final int KEPT = 8;

    /// In points across: sharp at twice the width that the pane usually has.
    private static final int WIDTH = 1200;

    private final ReaderViewModel reader;
    private final Executor work;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<PdfPages.Picture>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final Map<String, PdfPages.Picture> drawn = new LinkedHashMap<>();
    private String wanted = "";
    private boolean watched;

    /// @param work   runs off the window's thread what it is given
    /// @param window runs on the window's thread what it is given
    public PageViewModel(ReaderViewModel reader, Executor work, Executor window) {
        this.reader = reader;
        this.work = work;
        this.window = window;
        reader.sceneProperty().subscribe(_ -> follow());
        reader.markedProperty().subscribe(_ -> follow());
    }

    /// Empty where there is none; the words then say why.
    public ReadOnlyObjectProperty<Optional<PdfPages.Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// Which page of which file it is, or why there is none.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public void watch(boolean on) {
        watched = on;
        follow();
    }

    private void follow() {
        if (!watched) return;
        var pages = reader.document().flatMap(document -> PdfPages.of(document.document()));
        if (pages.isEmpty()) {
            wanted = "";
            show(Optional.empty(), TEXT.get("page.none"));
            return;
        }
        int page = pages.get().at(reader.markedProperty().get().start());
        var key = pages.get().file() + "#" + page;
        if (key.equals(wanted)) return;
        wanted = key;
        var title = TEXT.get(
                "page.of",
                page + 1,
                pages.get().starts().length,
                pages.get().file().getFileName());
        var ready = drawn.get(key);
        if (ready != null) show(Optional.of(ready), title);
        else work.execute(() -> draw(pages.get(), page, key, title));
    }

    private void draw(PdfPages pages, int page, String key, String title) {
        try {
            var now = pages.draw(page, WIDTH);
            window.execute(() -> {
                drawn.put(key, now);
                if (drawn.size() > KEPT) drawn.remove(drawn.keySet().iterator().next());
                if (key.equals(wanted)) show(Optional.of(now), title);
            });
        } catch (NoSuchFileException gone) {
            window.execute(() -> failed(key, TEXT.get("page.gone", pages.file())));
        } catch (IOException broken) {
            window.execute(() -> failed(key, TEXT.get("page.broken", title, String.valueOf(broken.getMessage()))));
        }
    }

    private void failed(String key, String why) {
        if (key.equals(wanted)) show(Optional.empty(), why);
    }

    private void show(Optional<PdfPages.Picture> now, String said) {
        words.set(said);
        picture.set(now);
    }
}
