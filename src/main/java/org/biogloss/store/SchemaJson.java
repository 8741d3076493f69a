package org.biogloss.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.biogloss.document.Schema;

/// The JSON in which a project keeps its schema: the fields of the record, by their names.
final class SchemaJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaJson() {}

    static String write(Schema schema) {
        try {
            return JSON.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Schema read(String json) {
        try {
            return JSON.readValue(json, Schema.class);
        } catch (JsonProcessingException e) {
            throw new ProjectException(
                    "Cannot read the project's schema: " + e.getOriginalMessage() + ". Keep a copy of the project.", e);
        }
    }
}
