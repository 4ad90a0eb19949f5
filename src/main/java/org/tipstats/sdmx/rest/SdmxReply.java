package org.tipstats.sdmx.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;

/**
 * A reply whose body is still to be written, with the values of its HTTP headers. Versions 1 and 2 of the SDMX REST API
 * use the same headers.
 *
 * @param tag the entity tag that the reply has without compression
 * @param modified the instant since which the reply has not changed, or null if this instant is unknown
 * @param keeping how long the reply may be cached
 * @param fileName the name under which a client saves the reply, or null
 * @param contentRange the range of observations if the reply is partial, else null
 * @param release the release of the data; the reply links to the errata of this release; null for a reply without data
 * @param length the length of the body in bytes; -1 if it is known only after writing
 * @param body the body, or null for a reply without content
 */
record SdmxReply(
        String mediaType,
        String tag,
        Instant modified,
        CachePolicy keeping,
        String fileName,
        String contentRange,
        ReleaseReference release,
        int length,
        Body body) {

    private static final int PARTIAL_CONTENT = 206;
    private static final String VARY = "Accept, Accept-Encoding, Accept-Language";

    /** Creates a complete reply that a cache must revalidate on every use. */
    SdmxReply(String mediaType, byte[] bytes, Instant modified) {
        this(
                mediaType,
                EntityTags.of(bytes),
                modified,
                CachePolicy.ASK_AGAIN,
                null,
                null,
                null,
                bytes.length,
                out -> out.write(bytes));
    }

    /** A body that is written as a stream. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A successful reply without content. */
    static final SdmxReply EMPTY = new SdmxReply(null, null, null, null, null, null, null, 0, null);

    /**
     * Reads a request, answers it and sends the reply. The status is 204 if the reply has no content, 206 if it is a
     * range of observations, and 304 if the client already has the reply.
     */
    static Response to(
            RestVersion version,
            RoutingContext context,
            CatalogueConfig catalogue,
            Function<SdmxRequest, SdmxReply> service) {
        SdmxRequest request = SdmxRequest.of(
                version,
                context.request().path(),
                context.request().query(),
                context.request()::getHeader,
                catalogue.base(
                        context.request().scheme() + "://" + context.request().authority()));
        return service.apply(request).send(request);
    }

    private Response send(SdmxRequest request) {
        if (body == null) {
            return Response.noContent().header(HttpHeaders.VARY, VARY).build();
        }
        boolean packed = GzipEncoding.isAccepted(
                request.header(HttpHeaders.ACCEPT_ENCODING).orElse(null));
        // A compressed reply and an uncompressed reply have different tags.
        String sentTag = packed ? GzipEncoding.tag(tag) : tag;
        boolean known = EntityTags.isKnown(
                sentTag,
                modified,
                request.header(HttpHeaders.IF_NONE_MATCH).orElse(null),
                request.header(HttpHeaders.IF_MODIFIED_SINCE).orElse(null));
        Response.ResponseBuilder response = (known ? Response.notModified() : whole(packed))
                .tag(new EntityTag(sentTag))
                .header(HttpHeaders.CACHE_CONTROL, keeping.header())
                .header(HttpHeaders.VARY, VARY);
        if (modified != null) {
            response.lastModified(Date.from(modified));
        }
        return release == null ? response.build() : ReleasedRowsReply.withErrata(response.build(), release);
    }

    private Response.ResponseBuilder whole(boolean packed) {
        Response.ResponseBuilder response =
                Response.ok((StreamingOutput) out -> write(out, packed)).type(MediaType.valueOf(mediaType));
        if (packed) {
            response.header(HttpHeaders.CONTENT_ENCODING, GzipEncoding.NAME);
        }
        if (contentRange != null) {
            response.status(PARTIAL_CONTENT).header("Content-Range", contentRange);
        }
        if (fileName != null) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        }
        return response;
    }

    private void write(OutputStream out, boolean packed) throws IOException {
        if (packed) {
            OutputStream packing = GzipEncoding.stream(out);
            body.writeTo(packing);
            packing.close();
        } else {
            body.writeTo(out);
        }
    }
}
