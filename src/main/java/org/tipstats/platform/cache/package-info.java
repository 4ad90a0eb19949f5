/**
 * Whole answers in memory, sent again by the event loop while what they show is unchanged. A resource marks the methods
 * whose answers depend only on the request and on the {@code PublicState}. {@code ReadyAnswerFilter} sends what went through
 * all filters once before, {@code CachedAnswerFilter} what did not.
 */
package org.tipstats.platform.cache;
