package org.tipstats.compile.mirror;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tipstats.compile.mirror.VictimFlows.FlowKey;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * The number of victims detected in an area whose citizenship is at one distance from the area, see {@link Kind}.
 *
 * @param victims the sum of the published figures; withheld if one of these figures is withheld
 * @param parts the number of figures in the sum
 * @param known the number of figures in the sum that have a value
 * @param knownSum the sum of all figures that have a value
 */
public record MirrorFlow(
        String area, String year, Kind kind, MirrorFigure victims, int parts, int known, BigDecimal knownSum) {

    /**
     * Creates a flow.
     *
     * @param counts the published counts whose sum is the flow; at least one
     */
    static MirrorFlow of(FlowKey flow, List<Observation> counts, Statuses statuses, int largestMasked) {
        List<BigDecimal> known =
                counts.stream().map(Observation::value).filter(Objects::nonNull).toList();
        return new MirrorFlow(
                flow.area(),
                flow.year(),
                flow.kind(),
                MirrorFigure.sum(counts, statuses, largestMasked),
                counts.size(),
                known.size(),
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The distance between the area of detection and the area of citizenship. */
    public enum Kind {
        /** Victims who are citizens of the area itself. */
        DOMESTIC,
        /** Victims who are citizens of another area in the same M49 sub-region. */
        SUB_REGIONAL,
        /** Victims who are citizens of an area that is not in the same M49 sub-region. */
        TRANSREGIONAL,
        /**
         * Victims who are foreigners without further detail, stateless persons, or persons whose citizenship is not
         * known.
         */
        UNKNOWN
    }
}
