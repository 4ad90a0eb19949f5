package org.tipstats.compile.mirror;

import java.math.BigDecimal;
import java.util.List;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * A figure of a mirror comparison, or the reason why its value is missing.
 *
 * @param value a count or a difference of counts; null if not known
 * @param lower the smallest possible value; null if withheld
 * @param upper the largest possible value, because every masked count is below the threshold; null if withheld
 * @param status a code of OBS_STATUS
 * @param confidentiality a code of CONF_STATUS; null if there is a value
 */
public record MirrorFigure(
        BigDecimal value, BigDecimal lower, BigDecimal upper, String status, String confidentiality) {

    /**
     * Adds up published counts. If one of the counts is withheld, the sum is withheld. If some counts are masked, the
     * sum is a range.
     *
     * @param counts at least one count
     */
    static MirrorFigure sum(List<Observation> counts, Statuses statuses, int largestMasked) {
        BigDecimal sum = BigDecimal.ZERO;
        int masked = 0;
        for (Observation count : counts) {
            if (statuses.isWithheld(count)) {
                return withheld(statuses);
            }
            if (count.value() == null) {
                masked++;
            } else {
                sum = sum.add(count.value());
            }
        }
        BigDecimal upper = sum.add(BigDecimal.valueOf((long) masked * largestMasked));
        return masked == 0
                ? new MirrorFigure(sum, sum, sum, statuses.normal(), null)
                : new MirrorFigure(null, sum, upper, statuses.suppressed(), statuses.providerMasked());
    }

    /** Returns a withheld figure: it has no value and no bounds. */
    static MirrorFigure withheld(Statuses statuses) {
        return new MirrorFigure(null, null, null, statuses.suppressed(), statuses.withheld());
    }

    /**
     * Returns the first figure minus the second figure: withheld if one of the two is withheld, null if one is null.
     */
    static MirrorFigure difference(MirrorFigure one, MirrorFigure other, Statuses statuses) {
        if (one == null || other == null) {
            return null;
        }
        if (one.lower == null || other.lower == null) {
            return withheld(statuses);
        }
        BigDecimal lower = one.lower.subtract(other.upper);
        BigDecimal upper = one.upper.subtract(other.lower);
        return lower.compareTo(upper) == 0
                ? new MirrorFigure(lower, lower, upper, statuses.normal(), null)
                : new MirrorFigure(null, lower, upper, statuses.suppressed(), statuses.providerMasked());
    }
}
