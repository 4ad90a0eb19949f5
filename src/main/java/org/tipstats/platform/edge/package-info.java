/**
 * Requests at the border to the network: requests that a proxy passes on, limits on their size, sign-in, and redirects.
 */
package org.tipstats.platform.edge;
