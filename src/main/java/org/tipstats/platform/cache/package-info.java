/**
 * Whole answers in memory. The event loop sends an answer again while the data that it shows is unchanged. A resource
 * marks the methods whose answers depend only on the request and on the {@code PublicState}. {@code ReadyAnswerFilter}
 * sends an answer that went through all filters before, {@code CachedAnswerFilter} one that did not.
 */
package org.tipstats.platform.cache;
