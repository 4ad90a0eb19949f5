package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * One observation: a value or its absence, with the reason.
 *
 * @param key packed in the {@link KeySpace} of its structure
 * @param value a whole count, a rate with its decimals, or null where missing or suppressed
 * @param status a code of OBS_STATUS, never null
 * @param confidentiality a code of CONF_STATUS, or null
 * @param attributes further attributes by id, in no order; those that don't apply are absent
 * @param coverage what an aggregate rests on; null for a national figure
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

    /** A national count without further attributes. */
    public static Observation count(long key, long value, String status) {
        return new Observation(key, BigDecimal.valueOf(value), status, null, Map.of(), null);
    }

    /** An observation without value. */
    public static Observation absent(long key, String status, String confidentiality) {
        return new Observation(key, null, status, confidentiality, Map.of(), null);
    }

    /** Whether value and status are the same: what a user sees as unchanged. */
    public boolean sameFigure(Observation other) {
        boolean sameValue =
                value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
        return sameValue && status.equals(other.status);
    }
}
