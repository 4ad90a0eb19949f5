package org.tipstats.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lists the methods that a path has, on 405 and for {@code OPTIONS}. The framework sends no list with the former, and one
 * of the whole class with the latter.
 */
@Singleton
class AllowFilter {

    private static final int METHOD_NOT_ALLOWED = 405;

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        boolean asked =
                "OPTIONS".equals(request.getMethod()) && response.getHeaders().containsKey(HttpHeaders.ALLOW);
        if (asked || response.getStatus() == METHOD_NOT_ALLOWED) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            String.join(
                                    ", ",
                                    AllowedMethods.at(
                                            request.getUriInfo().getRequestUri().getRawPath())));
        }
    }
}
