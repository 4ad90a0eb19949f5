package org.tipstats.disseminate.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.function.Supplier;
import org.tipstats.disseminate.format.Format;
import org.tipstats.platform.http.Keeping;
import org.tipstats.platform.http.Packing;

/**
 * How replies about published data go out: with a strong tag for each form and each encoding, once only to clients that
 * have them, and with how long they may be kept. What is asked of a named release never changes; what is asked of the
 * latest one may at any moment, for all queries at once, so it is asked for again each time.
 */
@Singleton
class DataAnswerResource {

    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization";

    private final ObjectMapper json;

    DataAnswerResource(ObjectMapper json) {
        this.json = json;
    }

    static boolean packs(HttpHeaders headers) {
        return Packing.isAccepted(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /** The reply to a read, or 304 where the client has it already. @param keeping of what is asked for */
    static Response read(DataReply reply, Keeping keeping, HttpHeaders headers) {
        return answer(reply.tag(), keeping, headers, () -> whole(reply));
    }

    /** The same for a small reply of whatever kind. */
    Response read(Tagged<?> reply, HttpHeaders headers) {
        boolean packed = packs(headers);
        ReplyTag tag = packed ? reply.tag().packed() : reply.tag();
        return answer(tag, reply.keeping(), headers, () -> {
            byte[] body = bytes(reply.body());
            Response.ResponseBuilder response = Response.ok(packed ? Packing.pack(body) : body);
            return encoded(response.type(MediaType.APPLICATION_JSON_TYPE), packed);
        });
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reply to a question in a body, which nobody keeps. */
    static Response once(DataReply reply) {
        return whole(reply)
                .header(HttpHeaders.CACHE_CONTROL, Keeping.NEVER.header())
                .build();
    }

    private static Response.ResponseBuilder encoded(Response.ResponseBuilder response, boolean packed) {
        return packed ? response.header(HttpHeaders.CONTENT_ENCODING, Packing.NAME) : response;
    }

    private static Response.ResponseBuilder whole(DataReply reply) {
        DataRequest request = reply.request();
        Format format = request.format();
        Response.ResponseBuilder response =
                reply.isStreamed() ? Response.ok((StreamingOutput) reply::writeTo) : Response.ok(reply.body());
        encoded(response.type(MediaType.valueOf(format.mediaType())), reply.isPacked());
        if (format != Format.JSON) {
            String name =
                    request.query().dataflow().id() + "_" + request.release().id() + "." + format.extension();
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        }
        if (reply.next() != null) {
            response.header(HttpHeaders.LINK, "<" + reply.next() + ">; rel=\"next\"");
        }
        return response;
    }

    static Response answer(
            ReplyTag tag, Keeping keeping, HttpHeaders headers, Supplier<Response.ResponseBuilder> whole) {
        if (!tag.open() || keeping == Keeping.NEVER) {
            return whole.get()
                    .header(HttpHeaders.CACHE_CONTROL, Keeping.NEVER.header())
                    .build();
        }
        boolean known = tag.isKnown(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return (known ? Response.notModified() : whole.get())
                .tag(new EntityTag(tag.value()))
                .lastModified(Date.from(tag.lastModified()))
                .header(HttpHeaders.CACHE_CONTROL, keeping.header())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
