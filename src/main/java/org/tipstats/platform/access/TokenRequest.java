package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;

/**
 * A request for a token.
 *
 * @param lifetimeDays null for the default lifetime
 */
@Schema(examples = "{\"lifetimeDays\": 30}")
public record TokenRequest(Integer lifetimeDays) {

    private static final int MAX_DAYS = 3_650;

    public TokenRequest {
        if (lifetimeDays != null && (lifetimeDays < 1 || lifetimeDays > MAX_DAYS)) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/lifetimeDays",
                    lifetimeDays,
                    "\"lifetimeDays\" must be a whole number from 1 to " + MAX_DAYS + ".")));
        }
    }
}
