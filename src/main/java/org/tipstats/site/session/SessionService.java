package org.tipstats.site.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.SignInService;
import org.tipstats.platform.audit.AuditRecorder;

/** Opens, finds and ends sessions. The database stores the sessions, so that all instances share them. */
@ApplicationScoped
class SessionService {

    /** The limits of a session of the website. */
    @ConfigMapping(prefix = "tipstats.sessions")
    interface SessionConfig {

        /** Returns the longest time without a request. The default is 30 minutes. */
        @WithDefault("30m")
        Duration idle();

        /** Returns the longest duration of a session, even with requests. The default is 12 hours. */
        @WithDefault("12h")
        Duration whole();
    }

    private final SessionRepository sessions;
    private final SignInService signIn;
    private final SessionConfig limits;
    private final AuditRecorder audit;
    private final Clock clock;

    SessionService(
            SessionRepository sessions, SignInService signIn, SessionConfig limits, AuditRecorder audit, Clock clock) {
        this.sessions = sessions;
        this.signIn = signIn;
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
            Instant now = clock.instant();
            if (before != null) {
                sessions.end(before);
            }
            sessions.clear(now.minus(limits.idle()), now.minus(limits.whole()));
            SessionSecret secret = SessionSecret.random();
            sessions.persist(new WebSession(secret, proof.token(), now));
            audit.record(
                    proof.actor().event("signed-in", "accounts/" + proof.actor().id()));
            return secret;
        });
    }

    /**
     * Returns the person who holds the secret; empty if the session, or the token that opened it, is no longer valid.
     */
    @Transactional
    Optional<Actor> holder(SessionSecret secret) {
        Instant now = clock.instant();
        Optional<WebSession> session = sessions.findBySecret(secret).filter(found -> !found.isOver(now, limits));
        Optional<Actor> actor = session.flatMap(found -> signIn.findById(found.tokenId()));
        if (actor.isPresent()) {
            session.get().seen(now);
        }
        return actor;
    }

    /** Signs out: the secret is no longer valid on any instance. */
    @Transactional
    void end(SessionSecret secret) {
        Optional<Actor> actor = holder(secret);
        if (sessions.end(secret)) {
            actor.ifPresent(who -> audit.record(who.event("signed-out", "accounts/" + who.id())));
        }
    }
}
