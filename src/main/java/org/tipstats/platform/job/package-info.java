/**
 * Jobs: work that continues after the reply (RFC 7240, {@code Prefer: respond-async}). A job reports its progress, can
 * be cancelled, and stores its answer for a while.
 *
 * <p>After {@code access} in the order. A capability passes its work as a {@code JobWork}. The state is in the
 * database, so every instance can answer for every job. Jobs of a dead instance are found and marked as failed.
 *
 * <p>Public: {@code JobService} with {@code JobWork}, {@code JobWatch}, {@code JobAnswer}, {@code JobView},
 * {@code JobUnderway}, {@code JobsOverview} and {@code Preference}; {@code JobConfig}, shown in the limits;
 * {@code JobResource}, which makes the replies of the resources that start jobs.
 */
package org.tipstats.platform.job;
