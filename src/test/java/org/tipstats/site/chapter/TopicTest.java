package org.tipstats.site.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class TopicTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    /** Derived dataflows have the same dimensions and come earlier in alphabetical order. */
    @Test
    void topicsAreToldByWhatAreasSend() {
        assertEquals("VICTIMS_CITIZENSHIP", id(Topic.CITIZENSHIP));
        assertEquals("VICTIMS", id(Topic.VICTIMS));
    }

    private static String id(Topic topic) {
        return topic.dataflow(SCHEMAS).map(Dataflow::id).orElse("none");
    }
}
