/**
 * Connections and the bodies of requests. Receives the whole body before the work on the request begins: without a
 * worker thread, before a deadline, and within limits of memory and disk. Closes a connection that is not used. While
 * the service works on its request, closes it only if the client stops reading the answer.
 */
package org.tipstats.platform.connection;
