package org.tipstats.platform.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.access.SignInService.FailedSignIns;

/** Signs in with the header {@code Authorization: Bearer TOKEN} only. */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;
    private static final String SCHEME = "Bearer";
    private static final Pattern BEARER = Pattern.compile("Bearer +([\\x21-\\x7E]{1,500})", Pattern.CASE_INSENSITIVE);

    private final FailedSignIns failures;

    BearerMechanism(FailedSignIns failures) {
        this.failures = failures;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        List<String> sent = context.request().headers().getAll("Authorization");
        if (sent.isEmpty()) {
            return Uni.createFrom().optional(Optional.empty());
        }
        Matcher bearer = BEARER.matcher(sent.get(0));
        Uni<SecurityIdentity> identity = sent.size() == 1 && bearer.matches()
                ? providers.authenticate(new TokenAuthenticationRequest(new TokenCredential(bearer.group(1), SCHEME)))
                : Uni.createFrom().failure(new AuthenticationFailedException());
        return identity.onFailure(AuthenticationFailedException.class)
                .transform(failure ->
                        failures.note(context.request().remoteAddress().hostAddress(), failure));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", SCHEME));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /**
     * Gives the framework the identity that belongs to a token. Queries the database, so it runs on a worker thread.
     */
    @Singleton
    static class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

        private final SignInService signIn;

        TokenIdentityProvider(SignInService signIn) {
            this.signIn = signIn;
        }

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            String token = request.getToken().getToken();
            return context.runBlocking(() ->
                    signIn.signIn(token).map(CurrentActor::identity).orElseThrow(AuthenticationFailedException::new));
        }
    }
}
