package org.tipstats.platform.edge;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Signs in every caller that sends a token, even on public operations, so that a wrong token is an error and not an
 * anonymous request.
 */
@Singleton
record SignInFilter(CurrentIdentityAssociation association) {

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> signIn(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                ? Uni.createFrom().voidItem()
                : association
                        .getDeferredIdentity()
                        .invoke(association::setIdentity)
                        .replaceWithVoid();
    }
}
