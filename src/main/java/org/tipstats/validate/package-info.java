/**
 * The validator: finds what is wrong with a file, says it in six languages, and corrects what can be corrected.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>findings: {@code Finding}, {@code ReportJson}, {@code RuleTexts}, {@code Sentences}, {@code Severity},
 *       {@code SummaryGroup}, {@code ValidationReport}, {@code VisibleText}
 *   <li>forms: {@code AnnotatedCsv}, {@code CorrectedCsv}, {@code ReportTexts},
 *       {@code ReportWriter}, {@code SummaryText}, {@code XlsxReport}
 *   <li>row: {@code ReceivedTable}, {@code ValidatedRows}
 *   <li>run: {@code Progress}, {@code RuleCatalogue}, {@code Validation}, {@code ValidationRequest},
 *       {@code Validator}
 *   <li>table: {@code Action}, {@code Baseline}
 * </ul>
 */
package org.tipstats.validate;
