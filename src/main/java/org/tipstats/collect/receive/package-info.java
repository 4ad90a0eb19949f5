/**
 * Collection: files are received, validated, justified, reviewed and accepted; accepted values keep their history.
 *
 * <p>Imports {@code access}, {@code audit}, {@code storage} and the pure packages; what it needs of releases, which
 * come after it, it asks through {@code PublicFigures}.
 *
 * <p>Public: {@code SubmissionService} with {@code Upload}, {@code Mode} and {@code Reception}; {@code ReviewService}
 * with {@code JustificationRequest}; {@code SubmissionReader} with {@code SubmissionView}, {@code SubmissionStatus}, {@code
 * SubmissionIds}, {@code Receipt}, {@code StoredFile}, {@code OpenExplanations}, {@code Impact} and {@code Change}; {@code
 * FileCheck} and {@code JudgedFile} with {@code ReportReply}, files with their reports;
 * {@code AcceptedObservations}, the view of releases on what is accepted, with {@code ValueSource}; {@code
 * PublicFigures}; {@code KnownFigures}; {@code ProposedFigures}; {@code ReportedYears}; {@code Remark}, what a text must be
 * to be kept.
 */
package org.tipstats.collect.receive;
