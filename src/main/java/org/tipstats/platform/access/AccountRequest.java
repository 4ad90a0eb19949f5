package org.tipstats.platform.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;

/**
 * A request for a new account, as received.
 *
 * @param source the agency whose figures the account submits; null for official figures
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
                throw ProblemException.body(
                        "/lifetimeDays",
                        lifetimeDays,
                        "\"lifetimeDays\" must be a whole number from 1 to " + MAX_DAYS + ".");
            }
        }
    }

    /**
     * Conditions for a list of accounts. A condition that is null matches all accounts.
     *
     * @param name a part of the name; ignores case only for the letters a to z
     */
    public record AccountFilter(String name, AccountRole role, String area, State state) {

        public static final AccountFilter ALL = new AccountFilter(null, null, null, null);

        /** A state of accounts. All states except CLOSED match open accounts only. */
        public enum State {
            OPEN("closedAt is null"),
            CLOSED("closedAt is not null"),
            /** A role, a token or the link of the account to the organisation's provider waits for a confirmation. */
            PENDING("closedAt is null and (id in (select g.account.id from AccountGrant g where g.confirmed is null)"
                    + " or (linkPending or id in (select t.account.id from AccountToken t"
                    + " where t.pending and t.revokedAt is null and t.expiresAt > instant))"
                    + " and (array_contains(roles, 'reviewer') or array_contains(roles, 'publisher')"
                    + " or array_contains(roles, 'administrator')))"),
            /**
             * The account has the role administrator and also another role. New accounts cannot have such a mixture.
             */
            MIXED("closedAt is null and array_contains(roles, 'administrator') and array_length(roles) > 1");

            private final String condition;

            State(String condition) {
                this.condition = condition;
            }

            String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        private static final List<String> STATES =
                Arrays.stream(State.values()).map(State::id).toList();

        /**
         * Reads the parameters, each of which may be null.
         *
         * @throws ProblemException 400 if the role or state is not valid
         */
        public static AccountFilter of(String name, String role, String area, String state) {
            AccountRole known = role == null
                    ? null
                    : AccountRole.of(role).orElseThrow(() -> unknown("role", role, AccountRole.ids()));
            if (state != null && !STATES.contains(state)) {
                throw unknown("state", state, STATES);
            }
            return new AccountFilter(name, known, area, state == null ? null : State.values()[STATES.indexOf(state)]);
        }

        private static ProblemException unknown(String parameter, String value, List<String> known) {
            List<String> near = WordSuggestions.near(value, known);
            return ProblemException.parameter(
                    parameter,
                    value,
                    "There is no " + parameter + " \"" + value + "\". Choose one of " + String.join(", ", known) + ".",
                    near.isEmpty() ? known : near);
        }

        /** Returns the conditions of a query. Their parameters are in {@link #values}. */
        List<String> conditions() {
            List<String> conditions = new ArrayList<>();
            if (name != null) {
                conditions.add("(locate(:part, lower(name)) > 0 or locate(:typed, name) > 0)");
            }
            if (role != null) {
                conditions.add("array_contains(roles, :role)");
            }
            if (area != null) {
                conditions.add("array_contains(areas, :area)");
            }
            if (state != null) {
                conditions.add(state.condition);
            }
            return conditions;
        }

        Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            if (name != null) {
                values.put("typed", name);
                values.put("part", name.toLowerCase(Locale.ROOT));
            }
            if (role != null) {
                values.put("role", role.id());
            }
            if (area != null) {
                values.put("area", area);
            }
            return values;
        }
    }
}
