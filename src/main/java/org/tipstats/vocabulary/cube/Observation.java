package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/**
 * An observation: a value, or the reason why there is no value.
 *
 * @param key packed in the {@link KeySpace} of its structure
 * @param value a count as a whole number, a rate with its decimals, or null if the value is missing or suppressed
 * @param status a code of OBS_STATUS, never null
 * @param confidentiality a code of CONF_STATUS, or null
 * @param attributes further attributes by id, in no order; attributes that do not apply are absent
 * @param coverage the areas and bounds behind an aggregate or a flow of victims; null for all other figures
 */
public record Observation(
        long key,
        BigDecimal value,
        String status,
        String confidentiality,
        Map<String, String> attributes,
        Coverage coverage) {

    public Observation {
        Objects.requireNonNull(status, "status");
        attributes = Map.copyOf(attributes);
    }

    /** Creates a national count without further attributes. */
    public static Observation count(long key, long value, String status) {
        return new Observation(key, BigDecimal.valueOf(value), status, null, Map.of(), null);
    }

    /** Creates an observation without value. */
    public static Observation absent(long key, String status, String confidentiality) {
        return new Observation(key, null, status, confidentiality, Map.of(), null);
    }

    /** Returns whether value and status equal those of the other observation, so that a user sees no change. */
    public boolean sameFigure(Observation other) {
        boolean sameValue =
                value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
        return sameValue && status.equals(other.status);
    }

    /**
     * The facts behind an aggregate: how many areas report, and the bounds of the aggregate's value.
     *
     * @param lower the aggregate's value if every masked count is 0; null if the aggregate is withheld
     * @param upper the aggregate's value if every masked count is the largest count that may be masked; null if the
     *     aggregate is withheld
     * @param areas the number of areas in the aggregate
     * @param reporting the number of areas with a value (0 included) or a masked value for this cell and year
     * @param masked the number of reporting areas whose value the provider masked; 0 for a flow of victims
     * @param population the percentage of the aggregate's known total population that lives in the reporting areas,
     *     with one decimal; null if no population is known, and for a flow of victims
     */
    public record Coverage(
            BigDecimal lower, BigDecimal upper, int areas, int reporting, int masked, BigDecimal population) {

        /** Returns a part as a percentage of a whole, with one decimal; null if the whole is 0. */
        public static BigDecimal percent(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .scaleByPowerOfTen(2)
                            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }

        /** Returns the same coverage without bounds, as a withheld cell shows it. */
        public Coverage withoutBounds() {
            return new Coverage(null, null, areas, reporting, masked, population);
        }

        /**
         * Returns the same text as the default method of a record, which takes ten times as long in Java 17. Digests of
         * figures contain this text.
         */
        @Override
        public String toString() {
            return "Coverage[lower=" + lower + ", upper=" + upper + ", areas=" + areas + ", reporting=" + reporting
                    + ", masked=" + masked + ", population=" + population + "]";
        }
    }
}
