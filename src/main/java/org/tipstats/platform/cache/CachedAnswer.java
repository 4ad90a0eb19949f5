package org.tipstats.platform.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.http.EntityTags;

/**
 * An answer with status 200, without the headers that the filters of the connection add to each answer that is sent.
 *
 * @param stamp the stamp of the public state that the answer shows, or of an older state
 * @param template the path of the operation, under which metrics count requests
 * @param body null while all clients that asked already had it (status 304)
 * @param sent all headers, known after the answer was sent once
 */
record CachedAnswer(String stamp, String template, Map<String, List<String>> headers, Buffer body, SentHeaders sent) {

    /** The headers that answers with status 200 and answers with status 304 have. */
    private static final List<String> OF_ALL =
            List.of("ETag", "Last-Modified", "Cache-Control", "Vary", "Link", "Content-Security-Policy");

    private static final List<String> OF_BODIES = List.of("Content-Type", "Content-Encoding", "Content-Disposition");

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    CachedAnswer(String stamp, String template, Map<String, List<String>> headers, Buffer body) {
        this(stamp, template, headers, body, new SentHeaders());
    }

    static CachedAnswer of(String stamp, String template, MultiMap headers, byte[] body) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        OF_ALL.forEach(name -> keep(name, headers, kept));
        if (body != null) {
            OF_BODIES.forEach(name -> keep(name, headers, kept));
        }
        return new CachedAnswer(stamp, template, kept, body == null ? null : Buffer.buffer(body));
    }

    private static void keep(String name, MultiMap headers, Map<String, List<String>> kept) {
        // If the server must not compress an answer, the framework adds "identity", even beside another encoding.
        List<String> values = headers.getAll(name).stream()
                .filter(value -> !value.equals("identity"))
                .toList();
        if (!values.isEmpty()) {
            kept.put(name, values);
        }
    }

    /** Returns whether this cached answer is enough for the request: it has a body, or the client needs only a 304. */
    boolean covers(HttpServerRequest request) {
        return body != null || isKnown(request);
    }

    /** Returns whether the client already has this answer. */
    boolean isKnown(HttpServerRequest request) {
        String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        String tag = first("ETag");
        if (tags != null) {
            return tags.equals(tag) || EntityTags.isKnown(tag.substring(1, tag.length() - 1), null, tags, null);
        }
        String date = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        return date != null
                && (date.equals(first("Last-Modified")) || EntityTags.isKnown(tag, lastModified(), null, date));
    }

    private Instant lastModified() {
        String date = first("Last-Modified");
        return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }

    private String first(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** Lets the metrics count the request under the path of the operation. */
    void count(HttpServerRequest request) {
        if (template != null) {
            ((HttpServerRequestInternal) request).context().putLocal(AnswerCache.TEMPLATE, template);
        }
    }

    /** Sends the answer, or 304 if the client already has it. */
    void send(HttpServerRequest request) {
        count(request);
        HttpServerResponse response = request.response();
        boolean known = isKnown(request);
        MultiMap sent = response.headers();
        headers.forEach((name, values) -> {
            if (!known || OF_ALL.contains(name)) {
                sent.set(name, values);
            }
        });
        if (known) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.setStatusCode(OK).end(body);
        }
    }
}
