/**
 * Connections and the bodies of requests, as they arrive. A body is received without a worker thread, within a
 * deadline and within limits of memory and disk, before anything else works on its request. A connection is closed if
 * nobody uses it, and never while the service works on its request.
 */
package org.tipstats.platform.connection;
