/**
 * The validator: finds the faults in a file, explains them in six languages, and corrects the faults that have one
 * clear remedy.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>findings: {@code BackgroundWork}, {@code Finding}, {@code ReportJson}, {@code RuleTexts}, {@code Sentences},
 *       {@code Severity}, {@code SummaryGroup}, {@code ValidationReport}, {@code VisibleText}
 *   <li>forms: {@code AnnotatedCsv}, {@code CorrectedCsv}, {@code ReportTexts},
 *       {@code ReportWriter}, {@code SummaryText}, {@code XlsxReport}
 *   <li>mapped: {@code LayoutValidation}, {@code MappedFile}, {@code MappedTable}
 *   <li>row: {@code CountText}, {@code ReceivedTable}, {@code ValidatedRows}
 *   <li>run: {@code Progress}, {@code RuleCatalogue}, {@code Validation}, {@code ValidationRequest},
 *       {@code Validator}
 *   <li>table: {@code Action}, {@code Baseline}
 *   <li>trial: {@code AcceptedFile}, {@code RuleTrial}, {@code TrialReport}, {@code TrialText}, {@code TriedSchemas}
 * </ul>
 */
package org.tipstats.validate;
