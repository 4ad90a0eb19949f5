package org.tipstats.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.problem.ProblemException;

/**
 * A text by which the service recognises a repeated request. The id of the object that the request creates is derived
 * from the text.
 */
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
     * Returns the id of the object that an actor creates with the key. The same actor, kind of object and key always
     * give the same id; any other combination gives another id.
     *
     * @param what the kind of object, for example {@code accounts}
     */
    public UUID id(UUID actor, String what) {
        return UUID.nameUUIDFromBytes((actor + "\n" + what + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
