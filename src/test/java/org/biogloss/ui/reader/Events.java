package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.Schema;

/// The standard schema with an event of three roles.
final class Events {

    static final String PHOSPHORYLATION = "Phosphorylation";

    private Events() {}

    static Schema schema() {
        var standard = Schema.standard();
        var relations = new ArrayList<>(standard.relations());
        relations.add(new Schema.RelationType(
                PHOSPHORYLATION,
                true,
                List.of(
                        new Schema.Role("Theme", List.of("Gene"), false),
                        new Schema.Role("Site", List.of(), true),
                        new Schema.Role("Cause", List.of("Chemical"), true))));
        return new Schema(standard.entities(), relations, standard.labels(), standard.attributes());
    }
}
