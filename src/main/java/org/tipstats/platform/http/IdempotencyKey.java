package org.tipstats.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.problem.ProblemException;

/** A text that identifies a repeated request. The id of the created object is derived from it. */
public record IdempotencyKey(String text) {

    public static final String HEADER = "Idempotency-Key";

    static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw ProblemException.parameter(
                    HEADER, text, "An Idempotency-Key must have 1 to " + MAX_LENGTH + " characters.", List.of());
        }
    }

    /**
     * Returns the id of the object that an actor creates with the key. Only the same actor, kind of object and key give
     * the same id.
     */
    public UUID id(UUID actor, String what) {
        return UUID.nameUUIDFromBytes((actor + "\n" + what + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
