package org.tipstats.site.session;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.tipstats.platform.access.CurrentActor;

/** Gives the framework the identity behind a session; asks the database, so on a worker thread. */
@Singleton
class SessionIdentityProvider implements IdentityProvider<SessionRequest> {

    private final SessionService sessions;

    SessionIdentityProvider(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    /** None for a session that is over: the page then says that one has to sign in, as to everyone who hasn't. */
    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                sessions.holder(request.secret()).map(CurrentActor::identity).orElse(null));
    }
}
