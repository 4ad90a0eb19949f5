/**
 * Submissions, from the first byte to accepted figures.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>discussion: {@code Comment}, {@code Discussion}, {@code DiscussionService}
 *   <li>receive: {@code AcceptedObservations}, {@code Change}, {@code FileCheck}, {@code Impact},
 *       {@code JudgedFile}, {@code JustificationRequest}, {@code KnownFigures}, {@code Mode}, {@code OpenExplanations},
 *       {@code ProposedFigures}, {@code PublicFigures}, {@code Receipt}, {@code Reception}, {@code Remark},
 *       {@code ReportReply}, {@code ReportedYears}, {@code ReviewService}, {@code StoredFile}, {@code SubmissionIds},
 *       {@code SubmissionReader}, {@code SubmissionService}, {@code SubmissionStatus}, {@code SubmissionView},
 *       {@code Upload}, {@code ValueSource}
 *   <li>reports: {@code HtmlReport}
 * </ul>
 */
package org.tipstats.collect;
