package org.tipstats.site.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.ProviderAccountService.Entry;
import org.tipstats.platform.access.ProviderAccountService.ProviderAway;
import org.tipstats.platform.access.ProviderAccountService.Refusal;
import org.tipstats.platform.access.SignInService;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.people.InvitationService;
import org.tipstats.platform.provider.ProviderCalls.ProviderTokens;

/** Opens, finds and ends sessions. The database stores the sessions, so that all instances share them. */
@ApplicationScoped
class SessionService {

    /** The limits of a session of the website. */
    @ConfigMapping(prefix = "tipstats.sessions")
    interface SessionConfig {

        /** Returns how long a session stays open without a request. The default is 30 minutes. */
        @WithDefault("30m")
        Duration idle();

        /** Returns how long a session stays open at most, even with requests. The default is 12 hours. */
        @WithDefault("12h")
        Duration whole();
    }

    private final SessionRepository sessions;
    private final SignInService signIn;
    private final ProviderSessions provider;
    private final InvitationService invitations;
    private final SessionConfig limits;
    private final AuditRecorder audit;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            SignInService signIn,
            ProviderSessions provider,
            InvitationService invitations,
            SessionConfig limits,
            AuditRecorder audit,
            Clock clock) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.provider = provider;
        this.invitations = invitations;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a session for the holder of a token. Makes a new secret even if the browser already has a secret.
     *
     * @param before the browser's previous secret, whose session ends; may be null
     * @return empty if the token is not valid
     * @throws org.tipstats.platform.problem.ProblemException 429 after too many wrong tokens from the IP address
     */
    @Transactional
    Optional<SessionSecret> open(String token, String address, SessionSecret before) {
        return signIn.prove(token, address).map(proof -> {
            if (before != null) {
                sessions.end(before);
            }
            Instant now = clearedAt();
            SessionSecret secret = SessionSecret.random();
            sessions.persist(new WebSession(secret, proof.token(), now));
            recordSignIn(proof.actor());
            return secret;
        });
    }

    /**
     * The result of a sign-in with the organisation's provider.
     *
     * @param secret the secret of the new session; null if no session was opened
     * @param refusal the reason for a refusal; null if the person was not refused
     * @param unproven the role that needs a stronger sign-in; null if there is no such role
     */
    record Opening(SessionSecret secret, Refusal refusal, AccountRole unproven) {}

    /**
     * Opens a session for the person for whom the provider made the tokens.
     *
     * @param invitation the secret of the invitation that led the person to the provider; null without one
     */
    @Transactional
    Opening open(ProviderTokens tokens, String invitation) {
        if (invitation != null) {
            invitations.accept(invitation, provider.person(tokens));
        }
        Entry entry = provider.enter(tokens);
        if (entry.actor() == null) {
            return new Opening(null, entry.refusal(), null);
        }
        Optional<AccountRole> unproven = provider.unproven(entry.actor(), tokens);
        if (unproven.isPresent()) {
            return new Opening(null, null, unproven.get());
        }
        SessionSecret secret = SessionSecret.random();
        provider.open(secret, entry.actor(), tokens, clearedAt());
        recordSignIn(entry.actor());
        return new Opening(secret, null, null);
    }

    private Instant clearedAt() {
        Instant now = clock.instant();
        sessions.clear(now.minus(limits.idle()), now.minus(limits.whole()));
        return now;
    }

    private void recordSignIn(Actor actor) {
        audit.record(actor.event("signed-in", "accounts/" + actor.id()));
    }

    /**
     * Returns the person who holds the secret; empty if the session is over, if the token that opened it is no longer
     * valid, or if the provider ended it.
     *
     * @param check true to ask the organisation's provider, if the provider opened the session and its last answer is
     *     too old
     * @throws ProviderAway if the provider does not answer. The session stays open, so that nobody loses work
     */
    @Transactional(dontRollbackOn = ProviderAway.class)
    Optional<Actor> holder(SessionSecret secret, boolean check) {
        Instant now = clock.instant();
        Optional<WebSession> session = sessions.findBySecret(secret).filter(found -> !found.isOver(now, limits));
        try {
            Optional<Actor> actor = session.flatMap(found -> found.isOfProvider()
                    ? provider.holder(found, secret, check, now)
                    : signIn.findById(found.tokenId()));
            actor.ifPresent(who -> session.get().seen(now));
            return actor;
        } catch (ProviderAway away) {
            session.get().seen(now);
            throw away;
        }
    }

    /**
     * Signs out: the secret is no longer valid on any instance.
     *
     * @return the tokens with which to sign out at the organisation's provider, too; empty if the provider did not open
     *     the session
     */
    @Transactional
    Optional<ProviderTokens> end(SessionSecret secret) {
        Optional<ProviderTokens> tokens =
                sessions.findBySecret(secret).filter(WebSession::isOfProvider).map(found -> found.tokens(secret));
        Optional<Actor> actor = holder(secret, false);
        if (sessions.end(secret)) {
            actor.ifPresent(who -> audit.record(who.event("signed-out", "accounts/" + who.id())));
        }
        return tokens;
    }
}
