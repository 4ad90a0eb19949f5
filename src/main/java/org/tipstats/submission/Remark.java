package org.tipstats.submission;

import java.util.List;
import java.util.Optional;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;

/** What a person says about a submission: texts that can be kept and shown. */
public final class Remark {

    /** In characters. */
    public static final int LONGEST = 4_000;

    private Remark() {}

    /** 400 for a text that says nothing or cannot be kept. @param missing what to say when there is none */
    public static void require(String pointer, String text, String missing) {
        refuse(faultOfRequired(pointer, text, missing));
    }

    /** 400 for a text that cannot be kept; there need be none. */
    static void check(String pointer, String text) {
        refuse(fault(pointer, text));
    }

    static Optional<InputError> faultOfRequired(String pointer, String text, String missing) {
        return text == null || text.isBlank()
                ? Optional.of(InputError.pointer(pointer, text, missing))
                : fault(pointer, text);
    }

    private static Optional<InputError> fault(String pointer, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of(
                    InputError.pointer(pointer, null, "The text is longer than " + LONGEST + " characters."));
        }
        return text.codePoints().anyMatch(Remark::isUnstorable)
                ? Optional.of(InputError.pointer(pointer, null, "The text contains a character that is not allowed."))
                : Optional.empty();
    }

    /** NUL, and halves of surrogate pairs. */
    private static boolean isUnstorable(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }

    private static void refuse(Optional<InputError> fault) {
        fault.ifPresent(error -> {
            throw ProblemException.body(List.of(error));
        });
    }
}
