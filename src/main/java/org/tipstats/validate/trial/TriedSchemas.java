package org.tipstats.validate.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.run.RuleCatalogue.Entry;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads schemas to try. A ZIP file or a folder has all schemas. Single JSON files contain only changes: their code
 * lists, dataflows and other artefacts replace those of the present schemas with the same id.
 */
public final class TriedSchemas {

    /** The most bytes that all schemas together may have. */
    public static final int MAX_BYTES = 16 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALIDATION_USES =
            List.of("codelists", "conceptSchemes", "dataStructures", "dataflows", "dataConstraints");

    private final Map<String, JsonNode> messages = new TreeMap<>();
    private long left = MAX_BYTES;

    private TriedSchemas() {}

    /**
     * A file with schemas.
     *
     * @param name its name, which decides between ZIP and JSON
     */
    public record SchemaFile(String name, Path path) {}

    /** Reads the schemas to try.
     *
     * @param present the present schemas; JSON files change them, a ZIP file or a folder replaces them
     * @param files one ZIP file, one folder, or one or more JSON files
     * @throws SchemaException if the files or the schemas are not valid; the message says why
     */
    public static SchemaRegistry read(SchemaRegistry present, List<SchemaFile> files) {
        TriedSchemas read = new TriedSchemas();
        boolean all = files.size() == 1 && read.isWhole(files.get(0));
        try {
            for (SchemaFile file : files) {
                read.add(file, all);
            }
        } catch (ZipException e) {
            throw new SchemaException("the ZIP file cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SchemaException("the files cannot be read: " + e.getMessage(), e);
        }
        require(!read.messages.isEmpty(), "there is no JSON file in it");
        SchemaRegistry schemas = SchemaRegistry.of(all ? read.messages : read.over(present));
        checkRules(schemas);
        return schemas;
    }

    /**
     * Reads the schemas of a deployment from a folder.
     *
     * @throws SchemaException if a file or a setting of a rule is not valid
     */
    public static SchemaRegistry load(Path folder) {
        SchemaRegistry schemas = SchemaRegistry.load(folder);
        checkRules(schemas);
        return schemas;
    }

    private boolean isWhole(SchemaFile file) {
        return Files.isDirectory(file.path) || file.name.endsWith(".zip");
    }

    private void add(SchemaFile file, boolean whole) throws IOException {
        if (Files.isDirectory(file.path)) {
            require(whole, "send one folder or ZIP file with all schemas, or the JSON files that change");
            List<Path> found = new ArrayList<>();
            try (var walk = Files.walk(file.path)) {
                walk.filter(each -> each.toString().endsWith(".json")).forEach(found::add);
            }
            for (Path each : found) {
                try (InputStream in = Files.newInputStream(each)) {
                    add(file.path.relativize(each).toString(), in);
                }
            }
            return;
        }
        require(
                whole || file.name.endsWith(".json"),
                "send one folder or ZIP file with all schemas, or the JSON files that change");
        try (InputStream in = Files.newInputStream(file.path)) {
            if (whole) {
                unzip(new ZipInputStream(in));
            } else {
                add(file.name, in);
            }
        }
    }

    /** Reads the entries of a ZIP file. Writes no files, so the names of the entries are harmless. */
    private void unzip(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                add(entry.getName(), zip);
            }
        }
    }

    private void add(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes((int) left + 1);
        left -= content.length;
        require(left >= 0, "the schemas are larger than " + MAX_BYTES + " bytes");
        try {
            messages.put(name, JSON.readTree(content));
        } catch (JsonProcessingException e) {
            throw new SchemaException(name + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns the files, and the present artefacts that validation uses, without those that the files replace. */
    private Map<String, JsonNode> over(SchemaRegistry present) {
        ObjectNode kept = JSON.createObjectNode();
        for (String kind : VALIDATION_USES) {
            Set<String> replaced = new HashSet<>();
            messages.values()
                    .forEach(message -> message.path("data")
                            .path(kind)
                            .forEach(
                                    artefact -> replaced.add(artefact.path("id").asText())));
            ArrayNode rest = kept.putArray(kind);
            present.artefacts(kind).stream()
                    .filter(artefact -> !replaced.contains(artefact.path("id").asText()))
                    .forEach(rest::add);
        }
        require(replacesAny(), "there is no code list, concept, structure, dataflow or constraint in it");
        Map<String, JsonNode> all = new TreeMap<>(messages);
        all.put("", JSON.createObjectNode().set("data", kept));
        return all;
    }

    private boolean replacesAny() {
        return messages.values().stream()
                .anyMatch(message -> VALIDATION_USES.stream()
                        .anyMatch(kind -> !message.path("data").path(kind).isEmpty()));
    }

    /** Refuses settings that no rule has. Validation would ignore a wrong name and fail because of a wrong value. */
    private static void checkRules(SchemaRegistry schemas) {
        for (Dataflow flow : schemas.dataflows()) {
            for (RuleSetting setting : flow.rules().values()) {
                String place = "dataflow " + flow.id() + ", rule " + setting.rule() + ": ";
                Entry rule = RuleCatalogue.find(setting.rule())
                        .orElseThrow(() -> new SchemaException(place + "there is no such rule"));
                setting.values().forEach((name, value) -> check(rule, name, value, place));
            }
        }
    }

    private static void check(Entry rule, String name, String value, String place) {
        if (name.equals("severity")) {
            require(
                    List.of(Severity.values()).stream()
                            .anyMatch(each -> each.word().equals(value)),
                    place + "the severity \"" + value + "\" is not error, warning or information");
            return;
        }
        String known = rule.settings().stream()
                .filter(each -> each.split("=")[0].equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaException(place + "there is no setting \"" + name + "\""));
        boolean number = known.contains("=");
        require(
                !number || value.matches("\\d{1,15}"),
                place + "the setting \"" + name + "\" is a whole number, not \"" + value + "\"");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SchemaException(message);
        }
    }
}
