package org.tipstats.platform.problem;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The properties of a failed request that a renderer may use.
 *
 * @param path as sent, still encoded
 * @param headers returns the value of a request header by name, or null
 */
public record FailedRequest(String method, String path, String requestId, UnaryOperator<String> headers) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
