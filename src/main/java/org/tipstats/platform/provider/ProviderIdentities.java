package org.tipstats.platform.provider;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.Entry;

/** If a request has a token of the provider, gives the request the identity of the account of this token. */
@Singleton
record ProviderIdentities(ProviderAccountService accounts, ProviderConfig config) implements SecurityIdentityAugmentor {

    /**
     * Keeps the identity of people who are still signing in: before they have a session, they have no account and no
     * role.
     */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        return token == null || identity.getCredential(IdTokenCredential.class) != null
                ? Uni.createFrom().item(identity)
                : context.runBlocking(() -> CurrentActor.identity(holder(token.getToken())));
    }

    private Actor holder(String token) {
        ProviderClaims claims = ProviderClaims.of(token);
        Entry entry = accounts.enter(claims.person(config));
        if (entry.actor() == null) {
            throw new ForbiddenException();
        }
        return ProviderAccountService.withProven(entry.actor(), role -> config.proves(claims.strength(), role));
    }
}
