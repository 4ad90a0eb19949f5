/**
 * Connections and the bodies of requests, as they arrive. Receives a body without a worker thread, within a deadline
 * and within limits of memory and disk, before the work on its request begins. Closes a connection that is not used,
 * but never while the service works on its request.
 */
package org.tipstats.platform.connection;
