package org.tipstats.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tipstats.problem.ProblemException;

/** A text by which a request that is sent twice is known: what it makes has an id that follows from it. */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    IdempotencyKey {
        if (text.isBlank() || text.length() > LONGEST) {
            throw ProblemException.parameter(
                    HEADER, text, "An Idempotency-Key must have 1 to " + LONGEST + " characters.", List.of());
        }
    }

    /** The id of what someone makes with the key for something; the same for the same three, and for no others. */
    UUID id(UUID actor, String what) {
        return UUID.nameUUIDFromBytes((actor + "\n" + what + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
