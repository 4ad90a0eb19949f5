package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * An observation: a value, or the reason why there is none.
 *
 * @param key packed in the {@link KeySpace} of its structure
 * @param value a whole count, a rate with its decimals, or null if missing or suppressed
 * @param status a code of OBS_STATUS, never null
 * @param confidentiality a code of CONF_STATUS, or null
 * @param attributes further attributes by id, in no order; attributes that do not apply are absent
 * @param coverage the basis of an aggregate; null for a national figure
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

    /** Returns whether value and status are the same, so that a user sees no change. */
    public boolean sameFigure(Observation other) {
        boolean sameValue =
                value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
        return sameValue && status.equals(other.status);
    }
}
