package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files in {@code schemas/}, read as plain JSON trees without the program's own loader. */
public record SchemaFilesOnDisk(Map<Path, JsonNode> content) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("schemas");

    public static SchemaFilesOnDisk read() {
        Map<Path, JsonNode> read = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(SCHEMAS)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                read.put(path, JSON.readTree(path.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SchemaFilesOnDisk(read);
    }

    List<JsonNode> everything() {
        return content.values().stream()
                .flatMap(SchemaFilesOnDisk::withDescendants)
                .toList();
    }

    List<JsonNode> all(String kind) {
        return content.values().stream()
                .flatMap(file -> stream(file.at("/data/" + kind)))
                .toList();
    }

    public List<JsonNode> codes(String codelist) {
        return all("codelists").stream()
                .filter(list -> list.path("id").asText().equals(codelist))
                .flatMap(list -> stream(list.path("codes")))
                .toList();
    }

    static Stream<JsonNode> stream(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    static Stream<JsonNode> withDescendants(JsonNode node) {
        return Stream.concat(Stream.of(node), stream(node).flatMap(SchemaFilesOnDisk::withDescendants));
    }

    static List<String> ids(Iterable<JsonNode> nodes) {
        return stream(nodes).map(node -> node.path("id").asText()).toList();
    }

    public static boolean isArea(JsonNode code) {
        return stream(code.path("annotations"))
                .anyMatch(annotation -> annotation.path("type").asText().equals("ISO_ALPHA_2"));
    }

    static String parent(JsonNode code) {
        return code.has("parent") ? code.path("parent").asText() : null;
    }

    public static Map<String, String> parents(List<JsonNode> codes) {
        Map<String, String> parents = new LinkedHashMap<>();
        codes.forEach(code -> parents.put(code.path("id").asText(), parent(code)));
        return parents;
    }

    public static Set<String> ancestors(JsonNode code, Map<String, String> parents) {
        Set<String> ancestors = new HashSet<>();
        String next = parent(code);
        while (next != null && ancestors.add(next)) {
            next = parents.get(next);
        }
        return ancestors;
    }

    static long count(List<JsonNode> nodes, Predicate<JsonNode> condition) {
        return nodes.stream().filter(condition).count();
    }
}
