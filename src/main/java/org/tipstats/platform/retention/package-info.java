/**
 * Retention: how long the service keeps what it does not need for ever. Each {@code RetentionRule} is about one kind of
 * thing. {@code RetentionService} deletes what is older and records it in the audit log.
 */
package org.tipstats.platform.retention;
