package org.tipstats.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;

/** What a new token should be like. @param lifetimeDays null for the usual lifetime */
@Schema(examples = "{\"lifetimeDays\": 30}")
public record TokenRequest(Integer lifetimeDays) {

    private static final int LONGEST = 3_650;

    public TokenRequest {
        if (lifetimeDays != null && (lifetimeDays < 1 || lifetimeDays > LONGEST)) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/lifetimeDays",
                    lifetimeDays,
                    "\"lifetimeDays\" must be a whole number from 1 to " + LONGEST + ".")));
        }
    }
}
