package org.tipstats.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Map;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The code lists and dataflows. They travel to the executors as text, and each executor reads them once. */
final class Structures implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String json;
    private transient SchemaRegistry schemas;

    Structures(String json) {
        this.json = json;
    }

    synchronized SchemaRegistry schemas() {
        if (schemas == null) {
            try {
                schemas = SchemaRegistry.of(Map.of("structures.json", new ObjectMapper().readTree(json)));
            } catch (JsonProcessingException e) {
                throw new SchemaException("structures.json is not valid JSON: " + e.getMessage(), e);
            }
        }
        return schemas;
    }
}
