/** The place of the service in the network: which requests it answers if there is a proxy, who sends them, and how it redirects. */
package org.tipstats.platform.edge;
