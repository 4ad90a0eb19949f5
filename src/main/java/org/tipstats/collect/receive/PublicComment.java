package org.tipstats.collect.receive;

import java.util.ArrayList;
import java.util.List;

/** What is published as the comment of a value: its own, and texts that a reviewer agreed to. */
final class PublicComment {

    private static final String SEPARATOR = "; ";

    private PublicComment() {}

    /** All of the texts, each once, the value's own first. @param own null where it has none */
    static String join(String own, Iterable<String> texts) {
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

    /** Whether a text is, or has among the texts that were joined before, another. */
    private static boolean says(String text, String other) {
        return (SEPARATOR + text + SEPARATOR).contains(SEPARATOR + other + SEPARATOR);
    }
}
