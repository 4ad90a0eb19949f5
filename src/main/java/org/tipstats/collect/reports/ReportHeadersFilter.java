package org.tipstats.collect.reports;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tipstats.collect.reports.ReportFormats.ReportReply;

/**
 * Sets the headers of reports. In a reply to HEAD, also closes the report, because no body writer does. Every HTML page
 * under {@code /api/v1} is a report, or the answer of a job that made a report. Such a page gets the security policy of
 * reports.
 */
class ReportHeadersFilter {

    private static final String API = "/api/v1/";
    private static final String POLICY = HtmlReport.POLICY + "; frame-ancestors 'none'";

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof ReportReply reply) {
            describe(reply, response.getHeaders());
            if (HttpMethod.HEAD.equals(request.getMethod())) {
                reply.end().close();
            }
        }
        MediaType type = response.getMediaType();
        boolean page = type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type);
        if (page && request.getUriInfo().getPath().startsWith(API)) {
            response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        }
    }

    private static void describe(ReportReply reply, MultivaluedMap<String, Object> headers) {
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, reply.request().language());
        headers.add(HttpHeaders.VARY, "Accept, Accept-Language");
        if (reply.fileName() != null) {
            headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reply.fileName() + "\"");
        }
        if (reply.next() != null) {
            headers.add(HttpHeaders.LINK, "<" + reply.next() + ">; rel=\"next\"");
        }
    }
}
