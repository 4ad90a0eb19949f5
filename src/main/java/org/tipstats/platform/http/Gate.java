package org.tipstats.platform.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * A filter that refuses requests because of their headers or address. A cached answer may be sent before the filters
 * run, but only if all gates admit the request. Otherwise the filters answer.
 */
public interface Gate {

    /** Returns whether the filter lets the request pass. Changes nothing, so the filter may be asked again. */
    boolean admits(HttpServerRequest request);
}
