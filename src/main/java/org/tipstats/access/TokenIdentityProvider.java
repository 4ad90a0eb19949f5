package org.tipstats.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Gives the framework the identity behind a token; asks the database, so on a worker thread. */
@Singleton
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

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
        return context.runBlocking(() -> signIn.signIn(token)
                .map(TokenIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id().toString()))
                .addRoles(actor.roles().stream().map(Role::id).collect(Collectors.toSet()))
                .addAttribute(CurrentActor.ATTRIBUTE, actor)
                .build();
    }
}
