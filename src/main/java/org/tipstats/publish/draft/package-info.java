/**
 * What disclosure control needs of the service: figures compiled from what is accepted, the thresholds that areas state
 * for their own figures, one protection at a time; and what a submission would have withheld.
 *
 * <p>Between {@code submission} and {@code release} in the order; imports {@code submission}, {@code aggregation}, {@code
 * disclosure}, {@code rounding}, {@code intruder} and what is left of them. What it needs of releases, which come after it,
 * it asks through {@code EarlierReleases}.
 *
 * <p>Public: {@code CompilationService}; {@code SourceProtection}; {@code Protection} with {@code AuditedRelease} and {@code ProtectionStages}; {@code WithheldReader} with {@code WithheldPreview} and
 * {@code WithheldFigure}; {@code AreaThresholdService} with {@code AreaThreshold} and {@code AreaThresholdRequest}; {@code
 * EarlierReleases}; {@code VintageAudit}.
 */
package org.tipstats.publish.draft;
