package org.tipstats.disseminate.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.CachedReply.CacheInfo;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;

/**
 * Builds the replies about published data. Each format and each content encoding has its own strong ETag. A client that
 * already has the reply gets status 304. Caches may keep replies about a named release for some minutes. Caches must
 * revalidate replies about the latest release, because there can be a new release at any moment.
 */
@Singleton
public class DataHttpReply {

    private final ObjectMapper json;

    DataHttpReply(ObjectMapper json) {
        this.json = json;
    }

    static boolean acceptsGzip(HttpHeaders headers) {
        return GzipEncoding.isAccepted(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /**
     * Builds the reply to a GET request, or status 304 if the client already has the reply.
     *
     * @param reply makes the reply if the client does not have it
     */
    static Response read(DataRequest request, HttpHeaders headers, Supplier<DataReply> reply) {
        CacheInfo kept = kept(request.release(), request.canonical(), request.keeping());
        boolean packed = isPacked(request, headers);
        return ReleasedRowsReply.withErrata(
                CachedReply.of(headers, kept, packed, () -> whole(reply.get(), packed)), request.release());
    }

    /** Returns whether to compress a reply: only texts, and only if the client accepts gzip. */
    private static boolean isPacked(DataRequest request, HttpHeaders headers) {
        return request.format().isText() && acceptsGzip(headers);
    }

    /**
     * Describes a reply about a release for caches.
     *
     * @param content a text that differs if two replies about the release differ
     */
    static CacheInfo kept(ReleaseReference release, String content, CachePolicy keeping) {
        return new CacheInfo(
                release.id() + '|' + release.contentHash() + '|' + content, release.publishedAt(), keeping);
    }

    /** Builds the reply to a GET request as JSON, or status 304 if the client already has the reply. */
    public Response read(TaggedReply<?> reply, HttpHeaders headers) {
        boolean packed = acceptsGzip(headers);
        CacheInfo kept = kept(reply.release(), reply.body().toString(), reply.keeping());
        Response answer = CachedReply.of(headers, kept, () -> {
            byte[] body = bytes(reply.body());
            Response.ResponseBuilder response = Response.ok(packed ? GzipEncoding.pack(body) : body);
            return encoded(response.type(MediaType.APPLICATION_JSON_TYPE), packed);
        });
        return ReleasedRowsReply.withErrata(answer, reply.release());
    }

    private byte[] bytes(Object body) {
        return Uncheck.get(() -> json.writeValueAsBytes(body));
    }

    /** Builds the reply to a query in a request body. Caches must not store this reply. */
    static Response uncached(DataReply reply, HttpHeaders headers) {
        DataRequest request = reply.request();
        return ReleasedRowsReply.withErrata(
                CachedReply.uncached(whole(reply, isPacked(request, headers))), request.release());
    }

    private static Response.ResponseBuilder encoded(Response.ResponseBuilder response, boolean packed) {
        return packed ? response.header(HttpHeaders.CONTENT_ENCODING, GzipEncoding.NAME) : response;
    }

    private static Response.ResponseBuilder whole(DataReply reply, boolean packed) {
        DataRequest request = reply.request();
        Format format = request.format();
        Response.ResponseBuilder response = Response.ok(reply.entity(packed));
        encoded(response.type(MediaType.valueOf(format.mediaType())), packed);
        if (format != Format.JSON) {
            String name =
                    request.query().dataflow().id() + "_" + request.release().id() + "." + format.extension();
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        }
        return ReleasedRowsReply.linked(response, reply.selection().next());
    }

    /**
     * The body of a reply about one release, with the policy for caches.
     *
     * @param body a record whose {@code toString} contains all its content; the tag is a hash of this text and the
     * release
     */
    public record TaggedReply<T extends Record>(T body, ReleaseReference release, CachePolicy keeping) {}

    /**
     * The reply to a request for data: either complete in memory or still to be written.
     *
     * @param body the bytes; null if they are still to be written
     */
    record DataReply(DataSelection selection, DataRequest request, byte[] body) {

        Object entity(boolean packed) {
            if (body != null) {
                return packed ? GzipEncoding.pack(body) : body;
            }
            return (StreamingOutput) out -> writeTo(out, packed);
        }

        private void writeTo(OutputStream out, boolean packed) throws IOException {
            DataWriter writer = DataWriter.of(request.format(), request.style());
            if (packed) {
                OutputStream packing = GzipEncoding.stream(out);
                writer.write(selection, packing);
                packing.close();
            } else {
                writer.write(selection, out);
            }
        }
    }
}
