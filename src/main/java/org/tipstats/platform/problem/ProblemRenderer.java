package org.tipstats.platform.problem;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Renders problems for one interface of the service, for example SDMX or the website. Implementations are beans. The
 * API's renderer is the default.
 */
public interface ProblemRenderer {

    /** Returns whether this renderer answers a request. At most one renderer answers a request. */
    boolean covers(FailedRequest request);

    /** Returns the body to send. The mapper sets status and headers. This method must not fail. */
    RenderedProblem render(Problem problem, FailedRequest request);

    /**
     * The properties of a failed request that a renderer may use.
     *
     * @param path the path as {@link RequestPaths} gives it
     * @param headers returns the value of a request header by name, or null
     */
    public record FailedRequest(String method, String path, String requestId, UnaryOperator<String> headers) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.apply(name));
        }
    }

    /**
     * The body of a reply.
     *
     * @param contentType the media type, with the charset if there is one
     */
    public record RenderedProblem(String contentType, byte[] body) {

        public static RenderedProblem of(String contentType, String body) {
            return new RenderedProblem(contentType, body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
