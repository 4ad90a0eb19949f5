package org.tipstats.vocabulary.schema;

import java.util.List;

/**
 * When both areas are asked about two figures of a derived dataflow: where these differ by at least so many persons and by
 * at least so many percent of the larger one. An annotation {@code QUESTION} such as {@code
 * figure=RETURNED;against=RECEIVED;only=more;absolute=10;percent=25;list=CL_EXPLANATION;explanations=PERIOD SOURCE}.
 *
 * @param figure a code of the dimension with the role FIGURE; its annotation {@code SAID_BY} (AREA or CITIZENSHIP) tells
 *     which of the two areas publishes it
 * @param against another one
 * @param onlyMore whether it is asked only where the figure is the larger one ({@code only=more}); otherwise ({@code any})
 *     whichever is
 * @param absolute at least 1; {@code absolute}, 10 where the schema says nothing
 * @param percent from 0 to 100; {@code percent}, 25 where the schema says nothing
 * @param explanations what may explain the difference, in words for both areas: codes of the list that the annotation names
 */
public record FigureQuestion(
        String id, Code figure, Code against, boolean onlyMore, long absolute, int percent, List<Code> explanations) {

    static final String ABSOLUTE = "10";
    static final String PERCENT = "25";
    private static final int ALL = 100;

    public FigureQuestion {
        explanations = List.copyOf(explanations);
        if (absolute < 1 || percent < 0 || percent > ALL) {
            throw new SchemaException("QUESTION " + id + ": absolute is at least 1, and percent from 0 to 100");
        }
        if (figure.equals(against)) {
            throw new SchemaException("QUESTION " + id + " compares a figure with itself");
        }
    }

    /** Whether the difference of two counts is large enough to be asked about. */
    public boolean isAsked(long count, long other) {
        long difference = Math.abs(count - other);
        return (count > other || !onlyMore)
                && difference >= absolute
                && difference * ALL >= Math.max(count, other) * percent;
    }
}
