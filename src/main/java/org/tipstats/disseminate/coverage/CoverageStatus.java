package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The coverage of an area in a year of a dataflow. Exactly one status applies. */
public enum CoverageStatus {
    /** At least one figure has a value (zero included) or is withheld by this service. */
    REPORTED,
    /** There are figures, but the provider masked every one itself. */
    MASKED,
    /** There is no figure, but the area has figures of an earlier year. */
    LATE,
    /** There is no figure of this year or of any earlier one. */
    NEVER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the area counts as reporting, as in N_REPORTING of an aggregate. */
    public boolean isReporting() {
        return this == REPORTED || this == MASKED;
    }
}
