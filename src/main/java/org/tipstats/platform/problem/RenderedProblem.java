package org.tipstats.platform.problem;

import java.nio.charset.StandardCharsets;

/**
 * The body of a reply.
 *
 * @param contentType includes the charset if there is one
 */
public record RenderedProblem(String contentType, byte[] body) {

    public static RenderedProblem of(String contentType, String body) {
        return new RenderedProblem(contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
