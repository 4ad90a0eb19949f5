package org.tipstats.site.session;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.session.SessionMechanism.SessionRequest;

/** Tells Quarkus which person a session belongs to. Runs on a worker thread, because it queries the database. */
@Singleton
record SessionIdentityProvider(SessionService sessions) implements IdentityProvider<SessionRequest> {

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    /**
     * Returns the identity of the person; null if the session has ended. Without an identity, pages ask the reader to
     * sign in.
     */
    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> sessions.holder(request.secret(), request.check())
                .map(CurrentActor::identity)
                .orElse(null));
    }
}
