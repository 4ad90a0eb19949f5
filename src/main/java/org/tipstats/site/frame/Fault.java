package org.tipstats.site.frame;

import java.util.List;

/**
 * What is wrong with a field of a form: shown at the field and, in the same words, in the summary at the head of the page.
 *
 * @param field the id of the field
 */
public record Fault(String field, String message) {

    /** What is wrong with a field; null for nothing. */
    public static String of(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
