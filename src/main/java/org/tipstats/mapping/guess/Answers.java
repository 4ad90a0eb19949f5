package org.tipstats.mapping.guess;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.vocabulary.names.CellText;

/**
 * The submitter's answers to questions about a table.
 *
 * @param values the answers by the id of the question
 * @param dataflows the dataflows of the cells in a range, or of the table that begins in a cell; empty if one answer
 *     applies to the whole file, or if there is no answer
 * @param ignored the ranges to leave out
 * @param params constants that apply to all figures, by the id of the dimension or attribute
 */
public record Answers(
        Map<String, String> values,
        Map<CellRange, List<String>> dataflows,
        List<CellRange> ignored,
        Map<String, String> params) {

    public static final Answers NONE = new Answers(Map.of(), Map.of(), List.of(), Map.of());

    private static final String IGNORE = "ignore:";

    public Answers {
        values = Map.copyOf(values);
        ignored = List.copyOf(ignored);
        params = Map.copyOf(params);
    }

    /**
     * Reads the answers of the API.
     *
     * @param answers an object with the values by the id of the question; null for none
     * @param params an object with texts by component; null for none
     * @throws IllegalArgumentException if a value has a form that its question does not take; the message is the id
     */
    public static Answers of(JsonNode answers, JsonNode params) {
        Map<String, String> values = new TreeMap<>();
        Map<CellRange, List<String>> dataflows = new LinkedHashMap<>();
        List<CellRange> ignored = new ArrayList<>();
        if (answers != null) {
            answers.properties().forEach(each -> {
                String id = each.getKey();
                if (id.startsWith(IGNORE) && each.getValue().asBoolean()) {
                    ignored.add(range(id, id.substring(IGNORE.length())));
                } else if (id.equals("dataflow") && each.getValue().isObject()) {
                    each.getValue()
                            .properties()
                            .forEach(part -> dataflows.put(range(id, part.getKey()), texts(id, part.getValue())));
                } else if (each.getValue().isValueNode()) {
                    values.put(normal(id), each.getValue().asText());
                } else {
                    throw new IllegalArgumentException(id);
                }
            });
        }
        Map<String, String> constants = new TreeMap<>();
        if (params != null) {
            params.properties()
                    .forEach(
                            each -> constants.put(each.getKey(), each.getValue().asText()));
        }
        return new Answers(values, dataflows, ignored, constants);
    }

    /** Returns the answers for a file with these tables. The cell in which a table begins stands for the whole table. */
    public Answers in(FileTables tables) {
        Map<CellRange, List<String>> wide = new LinkedHashMap<>();
        dataflows.forEach((cells, ids) -> wide.put(
                tables.blocks().stream()
                        .filter(block -> !block.header().isEmpty())
                        .map(Block::range)
                        .filter(table -> table.beginsAt(cells))
                        .findFirst()
                        .orElse(cells),
                ids));
        return new Answers(values, wide, ignored, params);
    }

    private static CellRange range(String id, String address) {
        return CellRange.parse(address).orElseThrow(() -> new IllegalArgumentException(id));
    }

    private static List<String> texts(String id, JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText()));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(id);
        }
        return texts;
    }

    /**
     * Returns the same id for words or titles that differ only in case, accents, punctuation or blanks, so that they
     * get one question.
     */
    public static String normal(String id) {
        String[] parts = id.split(":", 3);
        return switch (parts[0]) {
            case "word" -> parts.length < 3 ? id : parts[0] + ":" + parts[1] + ":" + normalText(parts[2]);
            case "title" -> parts[0] + ":" + normalText(id.substring(parts[0].length() + 1));
            default -> id;
        };
    }

    private static String normalText(String text) {
        String folded = CellText.fold(text);
        return folded.isEmpty() ? text : folded;
    }

    public Optional<String> value(String id) {
        return Optional.ofNullable(values.get(normal(id)));
    }

    public boolean ignores(String sheet, int line, int column) {
        for (CellRange range : ignored) {
            if (range.contains(sheet, line, column)) {
                return true;
            }
        }
        return false;
    }
}
