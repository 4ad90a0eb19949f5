package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.SchemaRegistry.JsonTree;

class JsonTreeTest {

    private static JsonNode read(String text) throws IOException {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everySchemaReadsAsAnObjectMapperReadsIt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            List<Path> schemas =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertTrue(schemas.size() > 20);
            for (Path schema : schemas) {
                String text = Files.readString(schema);
                assertEquals(new ObjectMapper().readTree(text), read(text));
            }
        }
    }

    @Test
    void numbersAndNothingAreReadToo() throws IOException {
        JsonNode read = read("{\"a\": [1, -2.50, true, false, null, {}], \"b\": 12345678901}");
        assertEquals(1, read.path("a").path(0).asInt());
        assertEquals(-2.5, read.path("a").path(1).asDouble());
        assertTrue(read.path("a").path(2).booleanValue());
        assertTrue(read.path("a").path(4).isNull());
        assertEquals(12_345_678_901L, read.path("b").asLong());
        assertTrue(read("").isMissingNode());
    }

    @Test
    void aTextThatEndsTooEarlyIsNoJson() {
        for (String text : List.of("{", "{\"a\"", "{\"a\":", "[1,", "[1 2]", "{\"a\" 1}", "\"a")) {
            assertThrows(IOException.class, () -> read(text), text);
        }
    }
}
