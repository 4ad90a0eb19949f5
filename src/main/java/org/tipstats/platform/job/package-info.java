/**
 * Jobs: work that continues after the reply (RFC 7240, {@code Prefer: respond-async}). A job reports its progress, can
 * be cancelled, and stores its answer for a while.
 *
 * <p>A room passes its work as a {@code JobWork}. The state is in the database, so every instance can answer for
 * every job. Jobs of a dead instance are found and marked as failed.
 */
package org.tipstats.platform.job;
