package org.tipstats.platform.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * A filter that refuses requests because of their headers or address. If all gates admit a request, a cached answer may
 * be sent before the filters run. Otherwise the filters run and answer.
 */
public interface Gate {

    /**
     * Returns whether the filter lets the request pass. Changes nothing, so it may be called several times for one
     * request.
     */
    boolean admits(HttpServerRequest request);
}
