package org.tipstats.site.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tipstats.platform.access.ProviderAccountService.Refusal;

/** The reasons why a sign-in with the organisation's provider opened no session. */
enum SignInFault {
    /** The provider does not answer. */
    AWAY,
    /** The provider refused the person, or its answer does not belong to a sign-in that began here. */
    FAILED,
    /** A role of the person needs a stronger sign-in. */
    WEAK,
    NO_ACCOUNT,
    NO_ROLE,
    /** Another administrator must confirm that the account belongs to this person. */
    WAITS,
    CLOSED;

    static SignInFault of(Refusal refusal) {
        return valueOf(refusal.name());
    }

    static Optional<SignInFault> of(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** Returns the HTTP status of the page that explains the fault. */
    int status() {
        return this == AWAY ? 503 : 422;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
