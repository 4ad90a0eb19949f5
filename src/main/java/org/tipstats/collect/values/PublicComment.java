package org.tipstats.collect.values;

import java.util.ArrayList;
import java.util.List;

/** Joins a value's own comment and the texts that a reviewer agreed to into one published comment. */
public final class PublicComment {

    private static final String SEPARATOR = "; ";

    private PublicComment() {}

    /**
     * Joins the texts. Each text occurs only once, and the value's own comment comes first.
     *
     * @param own the value's own comment; null if the value has no comment
     */
    public static String join(String own, Iterable<String> texts) {
        List<String> parts = new ArrayList<>();
        if (own != null) {
            parts.add(own);
        }
        for (String text : texts) {
            if (parts.stream().noneMatch(part -> says(part, text))) {
                parts.add(text);
            }
        }
        return String.join(SEPARATOR, parts);
    }

    /** Returns whether a text equals another text, or was joined from several texts that include the other text. */
    private static boolean says(String text, String other) {
        return (SEPARATOR + text + SEPARATOR).contains(SEPARATOR + other + SEPARATOR);
    }
}
