package org.biogloss.document;

import java.util.Map;

/// A class that the whole document belongs to.
public record DocumentLabel(String id, String layer, String type, Source source) implements Annotation {

    public DocumentLabel {
        if (type.isBlank()) throw new IllegalArgumentException("A document label needs a name");
    }

    @Override
    public DocumentLabel from(String newLayer, Source newSource) {
        return new DocumentLabel(id, newLayer, type, newSource);
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of();
    }

    @Override
    public DocumentLabel with(Map<String, String> newAttributes) {
        if (newAttributes.isEmpty()) return this;
        throw new IllegalArgumentException("A document label has no attributes: " + newAttributes);
    }
}
