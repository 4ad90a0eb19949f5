package org.tipstats.site.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.SignInService;
import org.tipstats.platform.audit.AuditRecorder;

/** Opens, finds and ends sessions. They lie in the database, so every instance knows them, and none once they are ended. */
@ApplicationScoped
class SessionService {

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
     * Signs in with a token: a new secret, whatever the browser had before. Empty where the token opens nothing; 429 after
     * too many wrong ones from the address.
     *
     * @param before what the browser had, whose session ends; may be null
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
                    proof.actor().did("signed-in", "accounts/" + proof.actor().id()));
            return secret;
        });
    }

    /** Who holds the secret; empty where its session is over, or the token that opened it. */
    @Transactional
    Optional<Actor> holder(SessionSecret secret) {
        Instant now = clock.instant();
        Optional<WebSession> session = sessions.findBySecret(secret).filter(found -> !found.isOver(now, limits));
        Optional<Actor> actor = session.flatMap(found -> signIn.still(found.tokenId()));
        if (actor.isPresent()) {
            session.get().seen(now);
        }
        return actor;
    }

    /** Signs out: the secret opens nothing any more, on any instance. */
    @Transactional
    void end(SessionSecret secret) {
        Optional<Actor> actor = holder(secret);
        if (sessions.end(secret)) {
            actor.ifPresent(who -> audit.record(who.did("signed-out", "accounts/" + who.id())));
        }
    }
}
