package org.tipstats.collect.justify;

import java.util.Optional;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;

/** Checks texts that a person writes about a submission, so that they can be stored and shown. */
public final class SubmissionTexts {

    /** Largest number of characters in a text. */
    public static final int MAX_CHARACTERS = 4_000;

    private SubmissionTexts() {}

    /**
     * Refuses with 400 a text that is missing, is blank or cannot be stored.
     *
     * @param missing the message for a missing or blank text
     */
    public static void require(String pointer, String text, String missing) {
        ProblemException.requireNone(
                faultOfRequired(pointer, text, missing).stream().toList());
    }

    /** Refuses with 400 a text that cannot be stored. Accepts a missing text. */
    public static void check(String pointer, String text) {
        ProblemException.requireNone(fault(pointer, text).stream().toList());
    }

    /**
     * Returns what is wrong with a required text; empty if nothing is.
     *
     * @param missing the message for a missing or blank text
     */
    public static Optional<InputError> faultOfRequired(String pointer, String text, String missing) {
        return text == null || text.isBlank()
                ? Optional.of(InputError.pointer(pointer, text, missing))
                : fault(pointer, text);
    }

    private static Optional<InputError> fault(String pointer, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > MAX_CHARACTERS) {
            return Optional.of(
                    InputError.pointer(pointer, null, "The text is longer than " + MAX_CHARACTERS + " characters."));
        }
        return text.codePoints().anyMatch(SubmissionTexts::isUnstorable)
                ? Optional.of(InputError.pointer(pointer, null, "The text contains a character that is not allowed."))
                : Optional.empty();
    }

    /** Returns whether the character is NUL or an unpaired surrogate, which PostgreSQL cannot store. */
    private static boolean isUnstorable(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }
}
