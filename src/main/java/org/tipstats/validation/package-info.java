/**
 * Validation of submitted files: one class a rule, the validator that runs them, what they find, and the report in its
 * forms.
 *
 * <p>After {@code csv} in the order; imports {@code schema}, {@code observation} and {@code csv}. It is pure: it takes
 * a file, a request and the data that holds now, and gives a report; equal input gives equal bytes. A file is read as a
 * stream in stages: what kind of file it is, its header, its rows, then the rules over all rows. A fault that makes the
 * later stages meaningless ends the run; otherwise everything is reported at once.
 *
 * <p>Public: {@link org.tipstats.validation.Validator} with {@link org.tipstats.validation.ValidationRequest}, {@link
 * org.tipstats.validation.Baseline} and {@link org.tipstats.validation.Validation}; {@link
 * org.tipstats.validation.ValidationReport}, {@link org.tipstats.validation.SummaryGroup}, {@link
 * org.tipstats.validation.Finding}, {@link org.tipstats.validation.Severity}, {@link
 * org.tipstats.validation.Action}; the forms {@link org.tipstats.validation.ReportWriter}, {@link
 * org.tipstats.validation.ReportJson} and {@link org.tipstats.validation.AnnotatedCsv}; {@link
 * org.tipstats.validation.RuleCatalogue}, {@link org.tipstats.validation.RuleTexts} and {@link
 * org.tipstats.validation.RuleKind}; {@link
 * org.tipstats.validation.FindingLog}, {@link org.tipstats.validation.SubmissionRows} with {@link
 * org.tipstats.validation.SubmittedRow}; {@link org.tipstats.validation.Suggestions}.
 *
 * <p>To add a rule: a class that implements CellRule or RowRule, its line in RuleCatalogue, its
 * texts in {@code rules_*.properties}, a test, and a file in {@code sample-data/rejected}.
 */
package org.tipstats.validation;
