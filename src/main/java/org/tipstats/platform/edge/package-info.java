/**
 * Checks and changes of requests as they arrive from the network: addresses that a proxy passes on, limits on sizes,
 * sign-in, and redirects.
 */
package org.tipstats.platform.edge;
