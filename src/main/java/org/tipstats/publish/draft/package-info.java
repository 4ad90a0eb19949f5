/**
 * Applies disclosure control in the service: compiles accepted figures, keeps the thresholds that areas set for their
 * own figures, runs one protection at a time, and shows which figures of a submission would be withheld.
 *
 * <p>Between {@code submission} and {@code release} in the order. It imports {@code submission}, {@code aggregation},
 * {@code disclosure}, {@code rounding}, {@code intruder} and the packages below them. Releases come after it, so it
 * reads them through {@code EarlierReleases}.
 *
 * <p>Public: {@code CompilationService}; {@code SourceProtection}; {@code Protection} with {@code AuditedRelease} and
 * {@code ProtectionStages}; {@code WithheldReader} with {@code WithheldPreview} and {@code WithheldFigure};
 * {@code AreaThresholdService} with {@code AreaThreshold} and {@code AreaThresholdRequest}; {@code EarlierReleases};
 * {@code VintageAudit}.
 */
package org.tipstats.publish.draft;
