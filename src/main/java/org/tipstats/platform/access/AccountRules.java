package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.contact.Contact;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Checks requests for accounts and collects all errors. */
@Singleton
class AccountRules {

    private static final int MAX_NAME = 200;

    private final List<String> areas;
    private final List<String> sources;

    AccountRules(SchemaRegistry schemas) {
        this.areas = schemas.areas().singleAreas().stream().map(Code::id).toList();
        this.sources = schemas.codeIds(Mandate.CODES).stream()
                .filter(code -> !code.equals(Mandate.OFFICIAL))
                .toList();
    }

    record Checked(String name, Set<AccountRole> roles, Set<String> areas, String source, Contact contact) {}

    /**
     * Returns the checked request.
     *
     * @throws ProblemException 400 with all errors
     */
    Checked check(AccountRequest request) {
        requireBody(request);
        List<InputError> faults = new ArrayList<>();
        String name = name(request.name(), faults);
        Set<AccountRole> roles = roles(request.roles(), faults);
        Set<String> codes = areas(request.areas(), faults);
        if (faults.isEmpty() && roles.contains(AccountRole.SUBMITTER) && codes.isEmpty()) {
            faults.add(InputError.pointer("/areas", null, "A submitter needs at least one country or area."));
        }
        checkSource(request.source(), roles, faults);
        Contact contact = Contact.read(request.email(), request.lang(), null, faults);
        ProblemException.requireNone(faults);
        return new Checked(name, roles, codes, request.source(), contact);
    }

    /**
     * Returns the checked contact.
     *
     * @throws ProblemException 400 with all errors
     */
    static Contact check(ContactRequest request) {
        requireBody(request);
        List<InputError> faults = new ArrayList<>();
        Contact contact = Contact.read(request.email(), request.lang(), request.notifications(), faults);
        ProblemException.requireNone(faults);
        return contact;
    }

    private static void requireBody(Object request) {
        if (request == null) {
            throw ProblemException.body("", null, "The body must be a JSON object.");
        }
    }

    /**
     * Checks that the source is known, and that an account of an agency has only the role of submitter. An agency must
     * not decide which figures are accepted or published.
     */
    private void checkSource(String source, Set<AccountRole> roles, List<InputError> faults) {
        if (source == null) {
            return;
        }
        if (!sources.contains(source)) {
            faults.add(InputError.pointer(
                    "/source",
                    source,
                    "This source is not known. Sources: " + list(sources) + ".",
                    WordSuggestions.near(source, sources)));
        } else if (!roles.equals(Set.of(AccountRole.SUBMITTER))) {
            faults.add(InputError.pointer(
                    "/roles", null, "An account that submits figures of another source can only be a submitter."));
        }
    }

    private static String name(String name, List<InputError> faults) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty() || trimmed.codePointCount(0, trimmed.length()) > MAX_NAME) {
            faults.add(
                    InputError.pointer("/name", name, "\"name\" must be a text of 1 to " + MAX_NAME + " characters."));
        } else if (trimmed.codePoints().anyMatch(AccountRules::isUnprintable)) {
            faults.add(InputError.pointer("/name", null, "\"name\" contains characters that cannot be shown."));
        }
        return trimmed;
    }

    /**
     * Refuses a request for a token if the account can have none: tokens of this service are switched off, or the
     * account is linked to a person at the organisation's provider.
     *
     * @throws ProblemException 409 if no token is possible
     */
    static void requireTokens(boolean possible) {
        if (!possible) {
            throw new ProblemException(
                    AccessProblems.TOKENS_OFF, "The holder of the account signs in with the organisation's provider.");
        }
    }

    /**
     * Throws a 409 with the URL of the account if an earlier request with the same Idempotency-Key made the account or
     * the token.
     */
    static void refuseRepeated(boolean made, String path) {
        if (made) {
            throw new ProblemException(Problem.of(
                            AccessProblems.MADE_BEFORE, "This Idempotency-Key was used for a request that succeeded.")
                    .header("Location", "/api/v1/" + path));
        }
    }

    /** Returns only the codes that belong to a country or area that reports. */
    Set<String> reporting(Collection<String> codes) {
        Set<String> known = new TreeSet<>(codes);
        known.retainAll(areas);
        return known;
    }

    /**
     * Returns a name from the provider, shortened if it is too long, without the characters that this service refuses.
     */
    static String printable(String name) {
        int[] characters = name.strip()
                .codePoints()
                .filter(character -> !isUnprintable(character))
                .limit(MAX_NAME)
                .toArray();
        return characters.length == 0 ? "?" : new String(characters, 0, characters.length);
    }

    /**
     * Finds control characters, unpaired surrogates, unassigned characters, and marks that reorder or hide text. Allows
     * the zero-width joiner and non-joiner, which some scripts need.
     */
    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.FORMAT && character != 0x200C && character != 0x200D;
    }

    private static Set<AccountRole> roles(List<String> sent, List<InputError> faults) {
        Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
        if (sent == null || sent.isEmpty()) {
            faults.add(InputError.pointer("/roles", null, "Give at least one role: " + list(AccountRole.ids()) + "."));
            return roles;
        }
        for (int i = 0; i < sent.size(); i++) {
            Optional<AccountRole> role = AccountRole.of(sent.get(i));
            if (role.isPresent()) {
                roles.add(role.get());
            } else {
                faults.add(InputError.pointer(
                        "/roles/" + i,
                        sent.get(i),
                        "This role is not known. Roles: " + list(AccountRole.ids()) + ".",
                        WordSuggestions.near(sent.get(i), AccountRole.ids())));
            }
        }
        if (roles.contains(AccountRole.ADMINISTRATOR) && roles.size() > 1) {
            faults.add(InputError.pointer(
                    "/roles",
                    null,
                    "An administrator cannot have other roles. Choose \"administrator\" alone, or leave it out; give the"
                            + " other roles to another person's account."));
        }
        return roles;
    }

    private Set<String> areas(List<String> sent, List<InputError> faults) {
        Set<String> codes = new TreeSet<>();
        List<String> all = sent == null ? List.of() : sent;
        for (int i = 0; i < all.size(); i++) {
            String wanted = all.get(i);
            if (wanted != null && areas.contains(wanted)) {
                codes.add(wanted);
            } else {
                faults.add(InputError.pointer(
                        "/areas/" + i,
                        wanted,
                        "This is not a country or area that reports. Use an ISO 3166 alpha-3 code, such as AUT.",
                        WordSuggestions.near(wanted, areas)));
            }
        }
        return codes;
    }

    private static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    @Singleton
    static final class AccessProblems implements ProblemTypes {

        static final ProblemType LAST_ADMINISTRATOR = new ProblemType(
                "last-administrator",
                "This is the last administrator",
                409,
                "Create another account with the role administrator first. Then you can close this account or remove"
                        + " its role.");
        static final ProblemType ACCOUNT_CLOSED = new ProblemType(
                "account-closed",
                "The account is closed",
                409,
                "A closed account cannot be reopened. Create a new account for the same person.");

        static final ProblemType PROVIDER_AWAY = new ProblemType(
                "provider-away",
                "The provider of the sign-in does not answer",
                503,
                "Repeat the request after the number of seconds in the header \"Retry-After\". Tokens of this service work"
                        + " without the provider.");
        static final ProblemType TOKENS_OFF = new ProblemType(
                "tokens-off",
                "The account gets no token",
                409,
                "Its holder signs in with the organisation's provider. A program sends a token of the provider.");

        static final ProblemType MADE_BEFORE = new ProblemType(
                "made-before",
                "The account already exists",
                409,
                "An earlier request with this Idempotency-Key created it and showed its token. See the address in the"
                        + " header Location. If the token was lost, revoke it and issue a new one.");

        @Override
        public List<ProblemType> types() {
            return List.of(LAST_ADMINISTRATOR, ACCOUNT_CLOSED, MADE_BEFORE, PROVIDER_AWAY, TOKENS_OFF);
        }
    }
}
