package org.tipstats.site.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.Entry;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.provider.ProviderCalls;
import org.tipstats.platform.provider.ProviderCalls.ProviderTokens;
import org.tipstats.platform.provider.ProviderClaims;
import org.tipstats.platform.provider.ProviderConfig;

/**
 * Manages sessions that the organisation's provider opened. While a session is in use, asks the provider every 30
 * seconds (by default) if the person may stay signed in, and with which roles. The caller must have a transaction.
 */
@Singleton
record ProviderSessions(
        SessionRepository sessions, ProviderAccountService accounts, ProviderCalls calls, ProviderConfig config) {

    /**
     * Returns the account of the person for whom the provider made the tokens, or the reason why the person may not use
     * one.
     */
    Entry enter(ProviderTokens tokens) {
        return accounts.enter(person(tokens));
    }

    /** Returns the person for whom the provider made the tokens. */
    ProviderPerson person(ProviderTokens tokens) {
        return claims(tokens).person(config);
    }

    /**
     * Returns a role that needs a stronger sign-in than the sign-in of these tokens; empty if there is no such role.
     */
    Optional<AccountRole> unproven(Actor actor, ProviderTokens tokens) {
        Set<AccountRole> roles = new TreeSet<>(actor.roles());
        roles.removeIf(role -> config.proves(claims(tokens).strength(), role));
        return roles.stream().findFirst();
    }

    WebSession open(SessionSecret secret, Actor actor, ProviderTokens tokens, Instant now) {
        WebSession session = new WebSession(secret, actor.id(), claims(tokens).strength(), tokens, now);
        sessions.persist(session);
        return session;
    }

    /**
     * Returns the person of a session; empty if the provider ended the session, or if the account may no longer be
     * used.
     *
     * @param check whether to ask the provider if the last answer is too old
     * @throws org.tipstats.platform.access.ProviderAccountService.ProviderAway if the provider does not answer
     */
    Optional<Actor> holder(WebSession session, SessionSecret secret, boolean check, Instant now) {
        if (check && session.isCheckDue(now, config.check()) && !isStillIn(session, secret, now)) {
            sessions.end(secret);
            return Optional.empty();
        }
        return accounts.find(session.accountId(), role -> config.proves(session.strength(), role));
    }

    /**
     * Returns whether the provider keeps the person signed in. Does not ask the provider if another request has just
     * asked, because a refresh token may be valid only once.
     */
    private boolean isStillIn(WebSession session, SessionSecret secret, Instant now) {
        if (!sessions.lock(session)) {
            return false;
        }
        if (!session.isCheckDue(now, config.check())) {
            return true;
        }
        Optional<ProviderTokens> next = calls.renew(session.tokens(secret));
        next.ifPresent(tokens -> session.checked(tokens, secret, now));
        return next.map(this::enter)
                .map(Entry::actor)
                .filter(actor -> actor.id().equals(session.accountId()))
                .isPresent();
    }

    private static ProviderClaims claims(ProviderTokens tokens) {
        return ProviderClaims.of(tokens.id());
    }
}
