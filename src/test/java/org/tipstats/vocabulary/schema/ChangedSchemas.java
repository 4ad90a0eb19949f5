package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of a deployment that says something else than those that are shipped. */
public final class ChangedSchemas {

    /** For the place before the first attribute of a metadata set. */
    public static final String ATTRIBUTES = "\"attributes\": [";

    private ChangedSchemas() {}

    /** Those that are shipped, with another text in one file; the text must be there. */
    public static SchemaRegistry with(String name, String text, String other) {
        Map<String, JsonNode> messages = new TreeMap<>();
        boolean found = false;
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file);
                boolean its = file.endsWith(name);
                found |= its && content.contains(text);
                messages.put(
                        file.toString(), SchemaFilesOnDisk.JSON.readTree(its ? content.replace(text, other) : content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found) {
            throw new IllegalArgumentException(name + " doesn't say " + text);
        }
        return SchemaRegistry.of(messages);
    }

    /** An attribute of a metadata set, in English, before others. */
    public static String attribute(String id, String text) {
        return ATTRIBUTES + "{ \"id\": \"" + id + "\", \"value\": { \"en\": \"" + text + "\" } },";
    }
}
