/**
 * Deletes data that the service needs only for some time. Each {@code RetentionRule} is about one kind of data. {@code
 * RetentionService} deletes expired data and records the deletion in the audit log.
 */
package org.tipstats.platform.retention;
