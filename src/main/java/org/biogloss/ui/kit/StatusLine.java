package org.biogloss.ui.kit;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What stands at the foot of the window. Each part has one writer; an empty one takes no room.
public final class StatusLine {

    public enum Part {
        /// Whether everything is on disk. Written by the app.
        SAVED,
        /// Whose layer is worked on. Written by the app.
        LAYER,
        /// What waits in the open document. Written by the reader.
        SUGGESTIONS,
        /// Where the open document stands in the list. Written by the library.
        PLACE
    }

    private final Map<Part, ReadOnlyStringWrapper> texts = new EnumMap<>(Part.class);

    public StatusLine() {
        for (var part : Part.values()) texts.put(part, new ReadOnlyStringWrapper(""));
    }

    public void show(Part part, String text) {
        wrapper(part).set(text);
    }

    public ReadOnlyStringProperty textProperty(Part part) {
        return wrapper(part).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper wrapper(Part part) {
        return java.util.Objects.requireNonNull(texts.get(part));
    }
}
