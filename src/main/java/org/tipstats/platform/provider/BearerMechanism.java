package org.tipstats.platform.provider;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.ProviderAccountService.ProviderAway;
import org.tipstats.platform.access.SignInService;

/**
 * Signs in callers by the header {@code Authorization: Bearer TOKEN}, and in no other way. The token is either a token
 * of this service, or a signed token (JWT) of the organisation's provider.
 */
@Singleton
record BearerMechanism(SignInService signIn, OidcAuthenticationMechanism provider)
        implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;
    private static final String SCHEME = "Bearer";
    private static final Pattern BEARER = Pattern.compile("Bearer +([\\x21-\\x7E]{1,8000})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    /** Returns a priority above the mechanism of the provider, so that this mechanism counts every wrong token. */
    @Override
    public int getPriority() {
        return provider.getPriority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        List<String> sent = context.request().headers().getAll("Authorization");
        if (sent.isEmpty()) {
            return Uni.createFrom().optional(Optional.empty());
        }
        Matcher bearer = BEARER.matcher(sent.get(0));
        Uni<SecurityIdentity> identity = sent.size() == 1 && bearer.matches()
                ? identity(bearer.group(1), context, providers)
                : Uni.createFrom().failure(new AuthenticationFailedException());
        return identity.onFailure(AuthenticationFailedException.class)
                .transform(failure ->
                        signIn.noteRefused(context.request().remoteAddress().hostAddress(), failure));
    }

    private Uni<SecurityIdentity> identity(String token, RoutingContext context, IdentityProviderManager providers) {
        if (!SIGNED.matcher(token).matches()) {
            return providers.authenticate(new LocalToken(token));
        }
        return provider.authenticate(context, providers)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .onFailure(OIDCException.class)
                .transform(ProviderAway::of);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", SCHEME));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(LocalToken.class);
    }

    /** A request of the framework for the account of a token of this service. */
    static final class LocalToken extends BaseAuthenticationRequest {

        private final String token;

        LocalToken(String token) {
            this.token = token;
        }
    }

    /**
     * Gives the framework the identity that belongs to a token. Runs on a worker thread, because it queries the
     * database.
     */
    @Singleton
    static class TokenIdentityProvider implements IdentityProvider<LocalToken> {

        private final SignInService signIn;

        TokenIdentityProvider(SignInService signIn) {
            this.signIn = signIn;
        }

        @Override
        public Class<LocalToken> getRequestType() {
            return LocalToken.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(LocalToken request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> signIn.signIn(request.token)
                    .map(CurrentActor::identity)
                    .orElseThrow(AuthenticationFailedException::new));
        }
    }
}
