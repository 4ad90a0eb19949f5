package org.tipstats.mapping.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.mapping.saved.TableReading.Adjusted;
import org.tipstats.mapping.saved.TableReading.RowRule;

/** Writes as JSON how a mapping reads tables, and reads this JSON again. */
final class ReadingJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POINTER = "/data/structureMaps/0/annotations/0/value";
    private static final int MAX_TABLES = 200;
    private static final int MAX_MEMBERS = 100_000;
    private static final int MAX_MOVE = 10_000_000;

    private ReadingJson() {}

    static ObjectNode write(Mapping mapping) {
        ObjectNode reading = JSON.createObjectNode();
        reading.set("dataflows", JSON.valueToTree(mapping.dataflows()));
        reading.set("tables", JSON.valueToTree(mapping.tables()));
        reading.set("choices", JSON.valueToTree(mapping.choices()));
        reading.set("parameters", JSON.valueToTree(mapping.parameters()));
        return reading;
    }

    static Mapping read(
            String text,
            String area,
            SortedMap<String, SortedMap<String, String>> words,
            SortedMap<String, String> constants) {
        JsonNode reading = parse(text);
        List<TableReading> tables = new ArrayList<>();
        JsonNode all = array(reading, "tables", "");
        if (all.size() > MAX_TABLES) {
            throw fault("/tables", "there are more than " + MAX_TABLES + " tables");
        }
        for (int i = 0; i < all.size(); i++) {
            tables.add(table(all.get(i), "/tables/" + i));
        }
        SortedMap<String, String> choices = new TreeMap<>();
        JsonNode choice = reading.path("choices");
        choice.properties().forEach(each -> choices.put(each.getKey(), text(each.getValue(), "/choices")));
        return new Mapping(
                area,
                texts(reading, "dataflows", ""),
                tables,
                words,
                choices,
                constants,
                texts(reading, "parameters", ""));
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode reading = JSON.readTree(text);
            if (reading.isObject()) {
                return reading;
            }
        } catch (JsonProcessingException e) {
            throw fault("", "the annotation is no JSON: " + e.getOriginalMessage());
        }
        throw fault("", "the annotation is no JSON object");
    }

    private static TableReading table(JsonNode table, String pointer) {
        List<RowRule> rules = new ArrayList<>();
        JsonNode rows = array(table, "rows", pointer);
        for (int i = 0; i < rows.size(); i++) {
            rules.add(rule(rows.get(i), pointer + "/rows/" + i));
        }
        try {
            return new TableReading(
                    text(table.path("sheet"), pointer + "/sheet"),
                    text(table.path("range"), pointer + "/range"),
                    texts(table, "headers", pointer),
                    texts(table, "roles", pointer),
                    rules,
                    texts(table, "used", pointer),
                    table.has("titles") ? texts(table, "titles", pointer) : null,
                    table.has("adjusted") ? adjusted(table.path("adjusted"), pointer + "/adjusted") : null);
        } catch (IllegalArgumentException e) {
            throw fault(pointer + "/" + e.getMessage(), "there must be one role for each header");
        }
    }

    private static Adjusted adjusted(JsonNode node, String pointer) {
        return new Adjusted(
                texts(node, "headers", pointer),
                number(node, "top", pointer),
                number(node, "bottom", pointer),
                number(node, "left", pointer),
                number(node, "right", pointer),
                number(node, "header", pointer),
                Math.max(0, number(node, "headerRows", pointer)));
    }

    private static int number(JsonNode node, String member, String pointer) {
        JsonNode number = node.path(member);
        if (!number.isInt() || Math.abs((long) number.intValue()) > MAX_MOVE) {
            throw fault(pointer + "/" + member, "a whole number of lines or columns is expected");
        }
        return number.intValue();
    }

    private static RowRule rule(JsonNode rule, String pointer) {
        List<List<String>> texts = new ArrayList<>();
        JsonNode rows = array(rule, "texts", pointer);
        for (int i = 0; i < rows.size(); i++) {
            texts.add(texts(rows.get(i), pointer + "/texts/" + i));
        }
        try {
            return new RowRule(texts(rule, "columns", pointer), texts, texts(rule, "as", pointer));
        } catch (IllegalArgumentException e) {
            throw fault(pointer + "/" + e.getMessage(), "there must be one text for each column");
        }
    }

    private static JsonNode array(JsonNode node, String member, String pointer) {
        JsonNode array = node.path(member);
        if (!array.isArray() || array.size() > MAX_MEMBERS) {
            throw fault(pointer + "/" + member, "an array of at most " + MAX_MEMBERS + " members is expected");
        }
        return array;
    }

    private static List<String> texts(JsonNode node, String member, String pointer) {
        return texts(array(node, member, pointer), pointer + "/" + member);
    }

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(text(each, pointer)));
        return texts;
    }

    private static String text(JsonNode node, String pointer) {
        if (!node.isTextual()) {
            throw fault(pointer, "a text is expected");
        }
        return node.asText();
    }

    private static MappingFormatException fault(String pointer, String message) {
        return new MappingFormatException(POINTER + pointer, message);
    }
}
