package org.tipstats.site.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tipstats.platform.access.ProviderAccountService.Refusal;

/** Why a sign-in with the organisation's provider opened no session. */
enum SignInFault {
    /** The provider does not answer. */
    AWAY,
    /** The provider refused the person, or its answer does not belong to a sign-in that began here. */
    FAILED,
    /** A role of the person needs a stronger sign-in. */
    WEAK,
    NO_ACCOUNT,
    NO_ROLE,
    /** Another administrator must confirm that the person is the one of the account. */
    WAITS,
    CLOSED;

    static SignInFault of(Refusal refusal) {
        return valueOf(refusal.name());
    }

    static Optional<SignInFault> of(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** Returns the status of the page that says so. */
    int status() {
        return this == AWAY ? 503 : 422;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
