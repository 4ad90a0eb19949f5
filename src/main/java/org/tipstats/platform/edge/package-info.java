/**
 * The place of the service in the network: which requests it answers if there is a proxy, how large they may be, who sends
 * them, and how it redirects.
 */
package org.tipstats.platform.edge;
