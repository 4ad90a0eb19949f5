/**
 * Jobs: work that continues after the reply (RFC 7240, {@code Prefer: respond-async}). A job reports its progress, can
 * be cancelled, and stores its answer for a while.
 *
 * <p>Other packages pass their work as a {@code LongWork}, which becomes a job at once, or only if it takes long. The
 * database stores the state of each job, so every instance of the service can answer requests for every job. If an
 * instance dies, another one takes over its jobs ({@code RepeatableWork}) within 30 seconds. If a job needs a file that
 * only the dead instance had, the job is marked as failed.
 */
package org.tipstats.platform.job;
