package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a dataflow that nobody submits is computed: from what a release publishes of others. One annotation {@code DERIVED}
 * such as {@code method=MIRROR_PAIRS;detected=VICTIMS_CITIZENSHIP;returned=VICTIMS_REPATRIATION}, and any number of the
 * type {@code QUESTION}.
 *
 * @param sources the ids of the dataflows that it is computed from, by what they stand for
 * @param questions what is asked where figures differ, in the order of their ids
 */
public record Derivation(Method method, Map<String, String> sources, List<FigureQuestion> questions) {

    /** What the program can compute. */
    public enum Method {
        /** What two areas say of the citizens of one of them: from {@code detected} and {@code returned}. */
        MIRROR_PAIRS(List.of("detected", "returned")),
        /** How far victims had come, by their citizenship: from {@code detected}. */
        MIRROR_FLOWS(List.of("detected"));

        private final List<String> needed;

        Method(List<String> needed) {
            this.needed = needed;
        }
    }

    public Derivation {
        sources = Map.copyOf(sources);
        questions = List.copyOf(questions);
        for (String needed : method.needed) {
            if (!sources.containsKey(needed)) {
                throw new SchemaException("DERIVED by " + method + " doesn't say what is \"" + needed + "\"");
            }
        }
    }

    /** The id of the dataflow that stands for something. */
    public String source(String name) {
        return Optional.ofNullable(sources.get(name))
                .orElseThrow(() -> new SchemaException("DERIVED names no \"" + name + "\""));
    }
}
