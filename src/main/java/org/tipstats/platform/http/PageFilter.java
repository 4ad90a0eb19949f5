package org.tipstats.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns the cursor of a page into a link to the next page, in the body and in the header {@code Link}. */
class PageFilter {

    private static final String CURSOR = "cursor";

    @ServerResponseFilter
    void link(ContainerResponseContext response, UriInfo uri) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam(CURSOR, page.next())
                    .build();
            String address = next.getRawPath() + "?" + next.getRawQuery();
            response.setEntity(new Page<>(page.items(), address));
            response.getHeaders().add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
    }
}
