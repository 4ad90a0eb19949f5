package org.tipstats.mapping.count;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * How to read a list of cases. It has no texts of rows, except the words for which its author gives a code.
 *
 * @param columns the role of each column by the text of its header, in the order of the file: the id of a dimension,
 *     {@link #PERSON}, {@link #BIRTH_DATE}, {@link #DATE}, {@link #YEAR} or {@link #VICTIM}
 * @param words the codes by dimension (or {@link #VICTIM}) and word; they have priority over the known words
 * @param yearEnd whether ages are those on 31 December; otherwise those on the date of the row, if it has one
 * @param sheet the sheet of a workbook; null for the first one that has the columns
 * @param headerLine the line of the header; 0 for the first one that has the columns
 */
public record CaseMapping(
        Map<String, String> columns,
        Map<String, Map<String, String>> words,
        boolean yearEnd,
        String sheet,
        int headerLine) {

    /** An identifier of the person. Several such columns form one identifier. */
    public static final String PERSON = "PERSON";
    /** A date of birth, which gives the age. */
    public static final String BIRTH_DATE = "BIRTH_DATE";
    /** The date of the row. It decides the year, unless a column of years does. */
    public static final String DATE = "DATE";
    /** The year of the row. */
    public static final String YEAR = "YEAR";
    /** Says whether the person is a victim. A row that says no is not counted. */
    public static final String VICTIM = "VICTIM";

    static final Set<String> OTHER_ROLES = Set.of(PERSON, BIRTH_DATE, DATE, YEAR, VICTIM);
    /** The roles that only one column can have. */
    static final Set<String> ONCE = Set.of(BIRTH_DATE, DATE, YEAR, VICTIM, "AGE", "SEX");

    private static final Set<String> MEMBERS = Set.of("columns", "words", "referenceDate", "sheet", "headerLine");
    private static final String YEAR_END = "year-end";

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    public CaseMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        words = Map.copyOf(words);
    }

    /**
     * Reads a mapping.
     *
     * @throws CaseListException if the text is not a mapping, or if a role or a code does not exist
     */
    public static CaseMapping parse(String json, Dataflow dataflow) {
        JsonNode root = tree(json);
        root.fieldNames().forEachRemaining(name -> require(MEMBERS.contains(name), "a mapping has no member " + name));
        Map<String, String> columns = texts(root.path("columns"), "columns");
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        root.path("words")
                .properties()
                .forEach(each -> words.put(each.getKey(), texts(each.getValue(), "words of " + each.getKey())));
        String reference = root.path("referenceDate").asText("row");
        require(Set.of("row", YEAR_END).contains(reference), "referenceDate is row or " + YEAR_END);
        int line = root.path("headerLine").asInt(0);
        require(line >= 0 && root.path("headerLine").asText("0").equals("" + line), "headerLine is a whole number");
        CaseMapping mapping = new CaseMapping(
                columns, words, reference.equals(YEAR_END), root.path("sheet").asText(null), line);
        mapping.check(dataflow);
        return mapping;
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            require(root != null && root.path("columns").isObject(), "it has no object \"columns\"");
            return root;
        } catch (JsonProcessingException e) {
            // The message of the parser would repeat a part of the text.
            throw new CaseListException("The mapping is not valid: it is not JSON, or it has a member twice.");
        }
    }

    private static Map<String, String> texts(JsonNode object, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(each -> {
            require(each.getValue().isTextual(), "the " + name + " are not all texts");
            texts.put(each.getKey(), each.getValue().asText());
        });
        return texts;
    }

    private void check(Dataflow dataflow) {
        columns.values()
                .forEach(role -> require(
                        OTHER_ROLES.contains(role)
                                || CaseField.dimension(dataflow, role).isPresent(),
                        role + " is not a role of a column for " + dataflow.id()));
        ONCE.stream()
                .sorted()
                .forEach(role -> require(Collections.frequency(columns.values(), role) < 2, role + " has two columns"));
        words.forEach((component, codes) -> codes.values()
                .forEach(code -> require(
                        component.equals(VICTIM)
                                ? Set.of("Y", "N").contains(code)
                                : CaseField.dimension(dataflow, component)
                                        .map(Dimension::codes)
                                        .flatMap(list -> list.find(code))
                                        .isPresent(),
                        code + " is not a code of " + component)));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new CaseListException("The mapping is not valid: " + otherwise + ".");
        }
    }
}
