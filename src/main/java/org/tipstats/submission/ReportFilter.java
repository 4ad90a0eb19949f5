package org.tipstats.submission;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A report in answer to HEAD is never written, so what it holds on to is given back here. */
class ReportFilter {

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (HttpMethod.HEAD.equals(request.getMethod()) && response.getEntity() instanceof ReportReply reply) {
            reply.end().close();
        }
    }
}
