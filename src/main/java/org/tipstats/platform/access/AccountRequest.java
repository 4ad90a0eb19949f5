package org.tipstats.platform.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;

/**
 * A request for a new account, as received.
 *
 * @param source the agency whose figures the account submits beside the official figures; null for official figures
 * @param email the address for messages; null for none
 * @param lang the language of messages; null for English
 */
@Schema(examples = "{\"name\": \"Statistics Austria\", \"roles\": [\"submitter\"], \"areas\": [\"AUT\"]}")
public record AccountRequest(
        String name, List<String> roles, List<String> areas, String source, String email, String lang) {

    /** Creates a request for an account of the official source. */
    public AccountRequest(String name, List<String> roles, List<String> areas) {
        this(name, roles, areas, null);
    }

    /** Creates a request for an account without an address. */
    public AccountRequest(String name, List<String> roles, List<String> areas, String source) {
        this(name, roles, areas, source, null, null);
    }

    /**
     * A request to change how the person of an account is reached.
     *
     * @param notifications the kinds of messages that the person gets; null for the usual kinds
     */
    @Schema(
            examples =
                    "{\"email\": \"jo@example.org\", \"lang\": \"fr\", \"notifications\": [\"asked\", \"returned\"]}")
    public record ContactRequest(String email, String lang, List<String> notifications) {}

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
