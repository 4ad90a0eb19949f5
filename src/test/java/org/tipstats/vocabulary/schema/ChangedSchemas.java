package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Loads the shipped schemas with one change, as another deployment may have it. */
public final class ChangedSchemas {

    /** The start of the attributes of a metadata set, as the place to insert another one. */
    public static final String ATTRIBUTES = "\"attributes\": [";

    private static final Path SHIPPED = Path.of("schemas");

    private ChangedSchemas() {}

    /**
     * Returns the shipped schemas with a text replaced in one file.
     *
     * @throws IllegalArgumentException if the file does not hold the text
     */
    public static SchemaRegistry with(String name, String text, String other) {
        Map<String, JsonNode> messages = new TreeMap<>();
        boolean found = false;
        try (Stream<Path> files = Files.walk(SHIPPED)) {
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

    /**
     * Copies the shipped schemas into a folder.
     *
     * @param change returns the new content of a file, from its path and content
     */
    public static void copy(Path folder, BinaryOperator<String> change) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, change.apply(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an attribute of a metadata set in English, to insert before the others. */
    public static String attribute(String id, String text) {
        return ATTRIBUTES + "{ \"id\": \"" + id + "\", \"value\": { \"en\": \"" + text + "\" } },";
    }
}
