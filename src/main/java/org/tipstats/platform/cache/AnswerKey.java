package org.tipstats.platform.cache;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.platform.http.LanguageParameters;

/**
 * The parts of an anonymous caller's request on which the answer depends.
 *
 * @param origin scheme and authority, which pages repeat in their links
 * @param language the language that the caller prefers
 * @param isPacked true if the caller accepts gzip
 * @param cookies the values of the cookies that pages depend on
 */
record AnswerKey(String uri, String origin, String accept, String language, boolean isPacked, String cookies) {

    private static final CharSequence RANGE = HttpHeaders.createOptimized("Range");
    private static final CharSequence X_RANGE = HttpHeaders.createOptimized("X-Range");

    /**
     * Makes the key of a request. Empty if the answer must not come from the cache: the request is not a GET, has a
     * token or a body, asks for a part of the answer, accepts encodings but not gzip, or comes over HTTP/2, where the
     * server itself compresses.
     *
     * @param cookies the names of the cookies that pages depend on
     */
    static Optional<AnswerKey> of(HttpServerRequest request, Collection<String> cookies) {
        if (request.method() != HttpMethod.GET
                || request.version() == HttpVersion.HTTP_2
                || hasBody(request)
                || request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(RANGE)
                || request.headers().contains(X_RANGE)) {
            return Optional.empty();
        }
        String encoding = header(request, HttpHeaders.ACCEPT_ENCODING);
        boolean packed = GzipEncoding.isAccepted(encoding);
        boolean plain = encoding == null || encoding.strip().equalsIgnoreCase("identity");
        return !packed && !plain
                ? Optional.empty()
                : Optional.of(new AnswerKey(
                        request.uri(),
                        request.scheme() + "://" + request.authority(),
                        header(request, HttpHeaders.ACCEPT),
                        new LanguageParameters(null, header(request, HttpHeaders.ACCEPT_LANGUAGE)).chosen(),
                        packed,
                        values(request, cookies)));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static String header(HttpServerRequest request, CharSequence name) {
        List<String> sent = request.headers().getAll(name);
        return sent.isEmpty() ? null : sent.size() == 1 ? sent.get(0) : String.join(",", sent);
    }

    private static String values(HttpServerRequest request, Collection<String> cookies) {
        if (!request.headers().contains(HttpHeaders.COOKIE)) {
            return "";
        }
        StringBuilder values = new StringBuilder();
        for (String name : cookies) {
            Cookie sent = request.getCookie(name);
            if (sent != null) {
                values.append(name).append('=').append(sent.getValue()).append(';');
            }
        }
        return values.toString();
    }

    /** Returns roughly how many bytes of memory the key uses. */
    int weight() {
        return 2 * (uri.length() + origin.length() + cookies.length() + (accept == null ? 0 : accept.length()));
    }
}
