package org.tipstats.collect.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads the answers to the questions of a guess. Refuses the id of a question that no guess can ask, and a value that
 * the question does not permit.
 */
public final class AnswerReader {

    /** The kinds of questions. After a colon, an id has the part of the file that the question is about. */
    private static final List<String> KINDS = List.of(
            "ages",
            "column:",
            "coverage",
            "dataflow",
            "header:",
            "ignore:",
            "marker:",
            "measure",
            "period",
            "range:",
            "title:",
            "unit",
            "word:");

    /** What a column may be instead of a component. */
    private static final List<String> ROLES = List.of("ignore", "LABEL", "SUBJECT");

    private static final Map<String, List<String>> CHOICES = Map.of(
            "unit",
            List.of("NUMBER", "RATE"),
            "coverage",
            List.of("national", "part"),
            "ages",
            List.of("adults", "all"),
            "title",
            List.of("all", "some"),
            "marker",
            List.of("zero", "missing", "suppressed", "not-applicable"),
            Decision.BRACKETS,
            List.of("number", "zero", "missing", "suppressed", "not-applicable"),
            "ignore",
            List.of("true", "false"));
    /** The component for years, which has no code list. */
    static final String TIME = "TIME_PERIOD";

    private final SchemaRegistry schemas;
    private final ObjectMapper json;
    private final List<InputError> faults = new ArrayList<>();

    private AnswerReader(SchemaRegistry schemas, ObjectMapper json) {
        this.schemas = schemas;
        this.json = json;
    }

    /**
     * Reads answers.
     *
     * @param answers a JSON object of values by the id of the question; null or blank for none
     * @param params a JSON object of constants by component; null or blank for none
     * @throws ProblemException 400 with all faults if an answer or a constant is not valid
     */
    public static Answers read(SchemaRegistry schemas, ObjectMapper json, String answers, String params) {
        AnswerReader reader = new AnswerReader(schemas, json);
        JsonNode given = reader.object("answers", answers);
        JsonNode constants = reader.object("params", params);
        given.properties().forEach(each -> reader.check(each.getKey(), each.getValue()));
        constants.properties().forEach(each -> reader.checkConstant(each.getKey(), each.getValue()));
        if (reader.faults.isEmpty()) {
            try {
                return Answers.of(given, constants);
            } catch (IllegalArgumentException e) {
                reader.fault(pointer("answers", e.getMessage()), null, "The answer has the wrong form.", List.of());
            }
        }
        throw ProblemException.body(reader.faults);
    }

    /**
     * Refuses answers that do not fit the tables of the file.
     *
     * @throws ProblemException 400 with all faults if the guess could not use an answer
     */
    static void requireUsable(Guess guess, GuessTexts texts) {
        if (!guess.faults().isEmpty()) {
            throw ProblemException.body(guess.faults().stream()
                    .map(fault -> InputError.pointer(pointer("answers", fault.id()), fault.value(), texts.fault(fault)))
                    .toList());
        }
    }

    private JsonNode object(String part, String text) {
        if (text == null || text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode node;
        try {
            node = json.readTree(text);
        } catch (JsonProcessingException e) {
            node = null;
        }
        if (node == null || !node.isObject()) {
            throw ProblemException.body("/" + part, null, "\"" + part + "\" must be a JSON object.");
        }
        return node;
    }

    private static String pointer(String part, String member) {
        return "/" + part + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private void fault(String pointer, String value, String message, List<String> known) {
        List<String> near = WordSuggestions.near(value, known);
        faults.add(InputError.pointer(pointer, value, message, near.isEmpty() && known.size() < 10 ? known : near));
    }

    private void check(String id, JsonNode value) {
        String[] parts = id.split(":", 3);
        String kind = parts.length == 1 ? id : parts[0] + ":";
        if (!KINDS.contains(kind)) {
            String all = String.join(", ", KINDS);
            fault(pointer("answers", id), kind, "There is no question \"" + id + "\". Questions: " + all + ".", KINDS);
        } else if (parts[0].equals("dataflow") && value.isContainerNode()) {
            value.forEach(each -> (each.isArray() ? each : List.of(each))
                    .forEach(one -> checkText(id, one.asText(), Optional.of(dataflows()))));
        } else {
            checkText(id, value.asText(), known(parts));
        }
    }

    private void checkText(String id, String value, Optional<List<String>> known) {
        String kind = id.split(":", 2)[0];
        boolean year = kind.equals("period") || id.startsWith("word:" + TIME + ":");
        if (year && !MappedFile.isYear(value)) {
            fault(pointer("answers", id), value, "The answer must be a year, such as 2023.", List.of());
        } else if (!year && known.isPresent() && !known.get().contains(value)) {
            fault(pointer("answers", id), value, "\"" + value + "\" is no answer to this question.", known.get());
        }
    }

    /** Returns the values that a question permits; empty if it permits any value. */
    private Optional<List<String>> known(String[] id) {
        return switch (id[0]) {
            case "dataflow" -> Optional.of(dataflows());
            case "column" -> {
                List<String> roles = new ArrayList<>(components());
                roles.addAll(ROLES);
                yield Optional.of(roles);
            }
            case "word" -> Optional.of(id.length < 3 ? List.of() : codes(schemas, id[1]));
            default -> Optional.ofNullable(CHOICES.getOrDefault(String.join(":", id), CHOICES.get(id[0])));
        };
    }

    private List<String> dataflows() {
        return schemas.reported().stream().map(Dataflow::id).toList();
    }

    private Set<String> components() {
        Set<String> components = new TreeSet<>();
        schemas.reported().forEach(flow -> components.addAll(flow.structure().componentIds()));
        return components;
    }

    /** Returns the codes of a component in all dataflows that areas report. For the unit, adds {@code RATE}. */
    static List<String> codes(SchemaRegistry schemas, String component) {
        List<String> codes = new ArrayList<>(MappedFile.codes(schemas.reported(), component));
        if (component.equals("UNIT_MEASURE")) {
            codes.add("RATE");
        }
        return codes;
    }

    /** Returns whether a constant is a code of its component, a year, or a text where there are no codes. */
    static boolean isConstant(SchemaRegistry schemas, String component, String value) {
        return MappedFile.isValue(schemas.reported(), component, value)
                || codes(schemas, component).contains(value);
    }

    private void checkConstant(String component, JsonNode value) {
        if (!components().contains(component)) {
            fault(
                    pointer("params", component),
                    component,
                    "There is no component \"" + component + "\".",
                    List.copyOf(components()));
            return;
        }
        if (!value.isValueNode() || !isConstant(schemas, component, value.asText())) {
            fault(
                    pointer("params", component),
                    value.asText(),
                    "\"" + value.asText() + "\" is no code of " + component + ".",
                    codes(schemas, component));
        }
    }
}
