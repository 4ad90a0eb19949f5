package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in which a dataflow is computed from other dataflows of a release. An annotation {@code DERIVED} gives the
 * derivation, for example {@code method=MIRROR_PAIRS;detected=VICTIMS_CITIZENSHIP;returned=VICTIMS_REPATRIATION}. Any
 * number of annotations {@code QUESTION} may follow.
 *
 * @param sources the ids of the source dataflows, by their role in the computation, for example {@code detected}
 * @param questions the questions about figures that differ, in the order of their ids
 */
public record Derivation(Method method, Map<String, String> sources, List<DifferenceQuestion> questions) {

    /** A method of computation that the program knows. */
    public enum Method {
        /**
         * Compares the figures that two areas report about the citizens of one of the two areas. Needs {@code detected}
         * and {@code returned}.
         */
        MIRROR_PAIRS(List.of("detected", "returned")),
        /**
         * Counts victims by citizenship and by origin: the detecting area, its sub-region, or elsewhere. Needs {@code
         * detected}.
         */
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
     * Returns the id of the source dataflow with this role in the computation.
     *
     * @throws SchemaException if no source dataflow has this role
     */
    public String source(String name) {
        return Optional.ofNullable(sources.get(name))
                .orElseThrow(() -> new SchemaException("DERIVED names no \"" + name + "\""));
    }

    /**
     * A question to both areas about two figures of a derived dataflow. It is asked if the figures differ by at least
     * {@code absolute} persons and by at least {@code percent} of the larger figure. An annotation {@code QUESTION}
     * gives the question, for example {@code
     * figure=RETURNED;against=RECEIVED;only=more;absolute=10;percent=25;list=CL_EXPLANATION;explanations=PERIOD
     * SOURCE}.
     *
     * @param figure a code of the dimension with the role FIGURE; its annotation {@code SAID_BY} (AREA or CITIZENSHIP)
     *     names the area that publishes the figure
     * @param against the other figure, a code of the same dimension
     * @param onlyMore whether the question is asked only if {@code figure} is the larger one ({@code only=more});
     *     otherwise ({@code any}) the question is asked in both cases
     * @param absolute the smallest difference in persons, at least 1; 10 if the schema gives none
     * @param percent the smallest difference in percent, from 0 to 100; 25 if the schema gives none
     * @param explanations possible explanations of the difference: codes of the list that the annotation names
     */
    public record DifferenceQuestion(
            String id,
            Code figure,
            Code against,
            boolean onlyMore,
            long absolute,
            int percent,
            List<Code> explanations) {

        static final String DEFAULT_ABSOLUTE = "10";
        static final String DEFAULT_PERCENT = "25";
        private static final int HUNDRED_PERCENT = 100;

        public DifferenceQuestion {
            explanations = List.copyOf(explanations);
            if (absolute < 1 || percent < 0 || percent > HUNDRED_PERCENT) {
                throw new SchemaException("QUESTION " + id + ": absolute is at least 1, and percent from 0 to 100");
            }
            if (figure.id().equals(against.id())) {
                throw new SchemaException("QUESTION " + id + " compares a figure with itself");
            }
        }

        /**
         * Returns whether the difference of two counts is large enough to ask the question.
         *
         * @param count the value of {@code figure}
         * @param other the value of {@code against}
         */
        public boolean applies(long count, long other) {
            long difference = Math.abs(count - other);
            return (count > other || !onlyMore)
                    && difference >= absolute
                    && difference * HUNDRED_PERCENT >= Math.max(count, other) * percent;
        }
    }
}
