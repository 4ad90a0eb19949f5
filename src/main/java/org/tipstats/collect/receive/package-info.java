/**
 * Collection: receives, validates, reviews and accepts files, and keeps the history of accepted values.
 *
 * <p>Imports {@code access}, {@code audit}, {@code storage} and the pure packages. Package {@code release} comes later
 * in the order, so this package asks it through {@code PublicFigures}.
 *
 * <p>Public: {@code SubmissionService} with {@code Upload}, {@code Mode} and {@code Reception}; {@code ReviewService}
 * with {@code JustificationRequest}; {@code SubmissionReader} with {@code SubmissionView}, {@code SubmissionStatus},
 * {@code SubmissionIds}, {@code Receipt}, {@code StoredFile}, {@code OpenExplanations}, {@code Impact} and
 * {@code Change}; {@code FileCheck} and {@code JudgedFile} with {@code ReportReply}, files with their reports;
 * {@code AcceptedObservations}, which releases read, with {@code ValueSource}; {@code PublicFigures};
 * {@code KnownFigures}; {@code ProposedFigures}; {@code ReportedYears}; {@code Remark}, which checks texts.
 */
package org.tipstats.collect.receive;
