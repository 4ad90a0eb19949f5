package org.tipstats.platform.problem;

import java.nio.charset.StandardCharsets;

/**
 * The body of a reply.
 *
 * @param contentType includes the charset if there is one
 */
public record Rendering(String contentType, byte[] body) {

    public static Rendering of(String contentType, String body) {
        return new Rendering(contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
