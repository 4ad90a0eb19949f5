package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;

/**
 * A request for a new account, as received.
 *
 * @param source the agency whose figures the account submits beside the official figures; null for official figures
 */
@Schema(examples = "{\"name\": \"Statistics Austria\", \"roles\": [\"submitter\"], \"areas\": [\"AUT\"]}")
public record AccountRequest(String name, List<String> roles, List<String> areas, String source) {

    /** Creates a request for an account of the official source. */
    public AccountRequest(String name, List<String> roles, List<String> areas) {
        this(name, roles, areas, null);
    }

    /** A request to replace the roles and areas of an account. */
    @Schema(examples = "{\"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"AUT\"]}")
    public record RightsRequest(List<String> roles, List<String> areas) {}

    /**
     * A request for a token.
     *
     * @param lifetimeDays the lifetime in days; null for the default lifetime
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
}
