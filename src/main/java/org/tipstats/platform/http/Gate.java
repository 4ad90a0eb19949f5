package org.tipstats.platform.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * A filter that refuses requests by what their heads say. An answer from memory may leave before the filters run, so it is
 * sent only if all gates admit the request; otherwise the filters answer.
 */
public interface Gate {

    /** Returns whether the filter lets the request pass. Changes nothing, so the filter may be asked again. */
    boolean admits(HttpServerRequest request);
}
