package org.tipstats.site.frame;

import java.util.List;

/**
 * An error in a field of a form. The page shows the message twice: at the field and in the summary at the top.
 *
 * @param field the id of the field
 */
public record Fault(String field, String message) {

    /** Returns the message of the first fault of a field; null if the field has no fault. */
    public static String of(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
