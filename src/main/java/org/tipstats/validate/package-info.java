/**
 * The validator: finds what is wrong with a file, says it in six languages, and corrects what can be corrected.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>findings: {@code AnnotatedCsv}, {@code Finding}, {@code HtmlReport}, {@code MendedCsv}, {@code ReportJson},
 *       {@code ReportWriter}, {@code RuleTexts}, {@code Sentences}, {@code Severity}, {@code SubmittedRows},
 *       {@code SummaryGroup}, {@code SummaryText}, {@code ValidationReport}, {@code XlsxReport}
 *   <li>rule: {@code Action}, {@code Baseline}, {@code Progress}, {@code ReceivedTable}, {@code RuleCatalogue},
 *       {@code RuleKind}, {@code SubmissionRows}, {@code SubmittedRow}, {@code Suggestions}, {@code Validation},
 *       {@code ValidationRequest}, {@code Validator}
 * </ul>
 */
package org.tipstats.validate;
