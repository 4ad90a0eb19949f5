/**
 * Submissions, from the first byte to accepted figures.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>discussion: {@code Comment}, {@code Discussion}, {@code DiscussionService}
 *   <li>justify: {@code JustificationRequest}, {@code JustificationView}, {@code OpenJustifications},
 *       {@code SubmissionTexts}
 *   <li>receive: {@code Receipt}, {@code SubmissionOutcome}, {@code SubmissionReader}, {@code SubmissionService},
 *       {@code SubmissionView}
 *   <li>reports: {@code FileCheckService}, {@code ReportReply}, {@code ValidatedFile}
 *   <li>review: {@code ReviewService}
 *   <li>submission: {@code SubmissionIds}, {@code SubmissionStatus}
 *   <li>upload: {@code StoredFile}, {@code Upload}, {@code UploadMode}
 *   <li>values: {@code AcceptedObservations}, {@code AccessibleFigures}, {@code Change}, {@code Impact},
 *       {@code ProposedFigures}, {@code PublicFigures}, {@code ReportedYears}, {@code ValueSource}
 * </ul>
 */
package org.tipstats.collect;
