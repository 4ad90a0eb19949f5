package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in which a dataflow is computed from other dataflows of a release. An annotation {@code DERIVED} gives it,
 * for example {@code method=MIRROR_PAIRS;detected=VICTIMS_CITIZENSHIP;returned=VICTIMS_REPATRIATION}. Any number of
 * annotations {@code QUESTION} may follow.
 *
 * @param sources the ids of the source dataflows, by their part in the computation
 * @param questions the questions about figures that differ, in the order of their ids
 */
public record Derivation(Method method, Map<String, String> sources, List<DifferenceQuestion> questions) {

    /** A computation that the program knows. */
    public enum Method {
        /**
         * Compares what two areas report about the citizens of one of them. Needs {@code detected} and {@code
         * returned}.
         */
        MIRROR_PAIRS(List.of("detected", "returned")),
        /** Counts how far victims had come, by citizenship. Needs {@code detected}. */
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

    /**
     * Returns the id of the source dataflow with this part in the computation.
     *
     * @throws SchemaException if there is none
     */
    public String source(String name) {
        return Optional.ofNullable(sources.get(name))
                .orElseThrow(() -> new SchemaException("DERIVED names no \"" + name + "\""));
    }
}
