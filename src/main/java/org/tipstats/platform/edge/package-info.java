/** The place of the service in the network: which requests it answers if there is a proxy, and how it redirects. */
package org.tipstats.platform.edge;
