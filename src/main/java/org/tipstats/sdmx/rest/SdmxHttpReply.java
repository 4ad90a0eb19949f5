package org.tipstats.sdmx.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Date;
import java.util.function.Function;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;

/**
 * Answers requests to both versions of the interface. Reads the URL as the client sent it, and sends the reply with its
 * headers.
 */
final class SdmxHttpReply {

    private static final int PARTIAL_CONTENT = 206;
    private static final String VARY = "Accept, Accept-Encoding, Accept-Language";

    private SdmxHttpReply() {}

    /** Reads the request, answers it and sends the reply. */
    static Response answer(RestVersion version, RoutingContext context, Function<SdmxRequest, SdmxReply> service) {
        SdmxRequest request = request(version, context);
        return send(request, service.apply(request));
    }

    private static SdmxRequest request(RestVersion surface, RoutingContext context) {
        URI root = URI.create(
                context.request().scheme() + "://" + context.request().authority());
        return SdmxRequest.of(
                surface,
                context.request().path(),
                context.request().query(),
                context.request()::getHeader,
                root.toString());
    }

    /** Sends the reply. The status is 204 if the reply has no content, and 304 if the client already has the reply. */
    private static Response send(SdmxRequest request, SdmxReply reply) {
        if (reply.isEmpty()) {
            return Response.noContent().header(HttpHeaders.VARY, VARY).build();
        }
        boolean packed = GzipEncoding.isAccepted(
                request.header(HttpHeaders.ACCEPT_ENCODING).orElse(null));
        Response.ResponseBuilder response =
                reply.isKnown(request, packed) ? Response.notModified() : whole(reply, packed);
        response.tag(new EntityTag(reply.tag(packed)))
                .header(HttpHeaders.CACHE_CONTROL, reply.keeping().header())
                .header(HttpHeaders.VARY, VARY);
        if (reply.modified() != null) {
            response.lastModified(Date.from(reply.modified()));
        }
        return response.build();
    }

    private static Response.ResponseBuilder whole(SdmxReply reply, boolean packed) {
        Response.ResponseBuilder response = Response.ok((StreamingOutput) out -> reply.writeTo(out, packed))
                .type(MediaType.valueOf(reply.mediaType()));
        if (packed) {
            response.header(HttpHeaders.CONTENT_ENCODING, GzipEncoding.NAME);
        }
        if (reply.contentRange() != null) {
            response.status(PARTIAL_CONTENT).header("Content-Range", reply.contentRange());
        }
        if (reply.fileName() != null) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reply.fileName() + "\"");
        }
        return response;
    }
}
