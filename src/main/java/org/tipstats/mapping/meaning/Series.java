package org.tipstats.mapping.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.EditDistance;

/**
 * The series of indicator 16.2.2 of the Sustainable Development Goals, by code and by label. The file
 * {@code series.properties} lists them.
 */
public final class Series {

    private static final int MAX_TYPOS = 2;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]");
    private static final String PREFIX = "SERIES.";

    private static final Map<String, String> CODES = new HashMap<>();
    private static final Map<String, String> LABELS = new HashMap<>();

    static {
        Bundle.entries(Series.class, "series.properties").forEach((key, value) -> {
            String[] parts = value.split(";");
            CODES.put(key, parts[0]);
            for (int i = 1; i < parts.length; i++) {
                LABELS.put(CellText.fold(parts[i]), parts[0]);
            }
        });
    }

    private Series() {}

    /** Returns the code of EXPLOITATION of a series; empty if the text is neither a code nor a label of a series. */
    public static Optional<String> form(String text) {
        String code = CODES.get(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        if (code != null || text.length() < 20) {
            return Optional.ofNullable(code);
        }
        String label = CellText.fold(BRACKETS.matcher(text).replaceAll(" "));
        String known = LABELS.get(label);
        return known != null
                ? Optional.of(known)
                : LABELS.entrySet().stream()
                        .filter(entry -> EditDistance.within(entry.getKey(), label, MAX_TYPOS) <= MAX_TYPOS)
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Returns whether a series is a rate. */
    public static boolean isRate(String text) {
        return text.endsWith("VC_HTF_DETVR");
    }
}
