/**
 * Whole answers in memory. The event loop sends an answer again while the data that it shows is unchanged. A resource
 * marks the methods whose answers depend only on the request and on the {@code PublicState}. If a cached answer has
 * already been sent through all filters, {@code ReadyAnswerFilter} sends it. If not, {@code CachedAnswerFilter} does.
 */
package org.tipstats.platform.cache;
