/**
 * Submissions, from the first byte to accepted figures.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>discussion: {@code Comment}, {@code Discussion}, {@code DiscussionService}
 *   <li>justify: {@code JustificationRequest}, {@code JustificationView}, {@code OpenExplanations}, {@code Remark}
 *   <li>receive: {@code Receipt}, {@code Reception}, {@code SubmissionReader}, {@code SubmissionService},
 *       {@code SubmissionView}
 *   <li>reports: {@code FileCheck}, {@code JudgedFile}, {@code ReportReply}
 *   <li>review: {@code ReviewService}
 *   <li>submission: {@code SubmissionIds}, {@code SubmissionStatus}
 *   <li>upload: {@code Mode}, {@code StoredFile}, {@code Upload}
 *   <li>values: {@code AcceptedObservations}, {@code Change}, {@code Impact}, {@code KnownFigures},
 *       {@code ProposedFigures}, {@code PublicFigures}, {@code ReportedYears}, {@code ValueSource}
 * </ul>
 */
package org.tipstats.collect;
