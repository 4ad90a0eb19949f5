package org.tipstats.site.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.Site;

/** Authenticates requests by the session cookie, at the few paths of the website where sessions are read. */
@Singleton
class SessionMechanism implements HttpAuthenticationMechanism {

    /** Asks Quarkus for the holder of a session's secret. */
    static class SessionRequest extends BaseAuthenticationRequest {

        private final SessionSecret secret;
        private final boolean check;

        /** @param check true to ask the provider, if the provider opened the session and its last answer is too old */
        SessionRequest(SessionSecret secret, boolean check) {
            this.secret = secret;
            this.check = check;
        }

        boolean check() {
            return check;
        }

        SessionSecret secret() {
            return secret;
        }
    }

    private static final int UNAUTHORIZED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String path = context.request().path();
        Optional<SessionSecret> secret = Site.knowsWho(path) ? SessionCookie.read(context.request()) : Optional.empty();
        secret.ifPresent(held -> context.put(Frames.FORM_TOKEN, held.formToken()));
        // An ended session is no failure: the reader is anonymous and may sign in again.
        return secret.map(held -> providers
                        .authenticate(new SessionRequest(held, !Site.rest(path).startsWith("/sign-")))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    /** Tells Quarkus which person a session belongs to. Runs on a worker thread, because it queries the database. */
    @Singleton
    record SessionIdentityProvider(SessionService sessions) implements IdentityProvider<SessionRequest> {

        @Override
        public Class<SessionRequest> getRequestType() {
            return SessionRequest.class;
        }

        /**
         * Returns the identity of the person; null if the session has ended. Without an identity, pages ask the reader
         * to sign in.
         */
        @Override
        public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> sessions.holder(request.secret(), request.check())
                    .map(CurrentActor::identity)
                    .orElse(null));
        }
    }
}
