package org.tipstats.mapping.reading;

import java.util.Optional;
import org.tipstats.vocabulary.names.TableWords;

/** Marks that stand in place of a figure, such as a dash, dots, or the letters NA. */
public final class Marks {

    private static final int LONGEST = 12;

    private Marks() {}

    /** Returns whether a text stands in place of a figure. */
    public static boolean isMark(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        return text.codePoints().noneMatch(Character::isLetterOrDigit)
                || TableWords.all().kinds(text).contains("missing");
    }

    /**
     * Returns what a mark usually means: {@code missing} or {@code not-applicable}; empty for a dash, which means zero
     * in some tables and missing in others.
     */
    public static Optional<String> usual(String mark) {
        if (mark.codePoints().anyMatch(Character::isLetter)) {
            return Optional.of("missing");
        }
        boolean dots = mark.chars().allMatch(c -> c == '.' || c == '\u2026');
        return dots ? Optional.of("missing") : Optional.empty();
    }
}
