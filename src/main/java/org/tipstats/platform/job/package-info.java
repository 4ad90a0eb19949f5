/**
 * Work that goes on after the reply (RFC 7240, {@code Prefer: respond-async}): a job says how far it is, can be
 * cancelled, and keeps its answer for a while.
 *
 * <p>After {@code access} in the order; a capability hands its work over as a {@code JobWork} and asks nothing more. The
 * state lies in the database, so every instance can answer for every job; what a dead instance left undone is found and
 * said to have failed.
 *
 * <p>Public: {@code JobService} with {@code JobWork}, {@code JobWatch}, {@code JobAnswer}, {@code JobView}, {@code
 * JobUnderway}, {@code JobsOverview} and {@code Preference}; {@code JobConfig}, shown in the limits; {@code JobResource}, which makes the replies of the resources that start jobs.
 */
package org.tipstats.platform.job;
