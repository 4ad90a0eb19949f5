package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a release has of an area, a year and a dataflow. Exactly one holds. */
public enum CoverageStatus {
    /** At least one figure that is a value, zero included, or that this service withholds. */
    REPORTED,
    /** Figures, every one of which the provider masked itself. */
    MASKED,
    /** No figure, although the area has figures of an earlier year. */
    LATE,
    /** No figure, neither of this year nor of any earlier one. */
    NEVER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the area counts as reporting, as in N_REPORTING of an aggregate. */
    public boolean isReporting() {
        return this == REPORTED || this == MASKED;
    }
}
