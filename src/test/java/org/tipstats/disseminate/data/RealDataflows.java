package org.tipstats.disseminate.data;

import java.nio.file.Path;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The dataflows in {@code schemas}, for tests without the service. */
public final class RealDataflows {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private RealDataflows() {}

    public static Dataflow of(String id) {
        return SCHEMAS.dataflow(id).orElseThrow();
    }
}
