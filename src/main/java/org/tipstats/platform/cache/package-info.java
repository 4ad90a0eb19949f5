/**
 * Whole answers in memory, sent again by the event loop while what they show is unchanged. A resource marks the methods
 * whose answers depend only on the request and on the {@code PublicState}.
 */
package org.tipstats.platform.cache;
