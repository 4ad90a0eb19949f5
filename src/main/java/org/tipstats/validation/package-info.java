/**
 * Validates submitted files: one class for each rule, and the validator that runs them.
 *
 * <p>This package comes after {@code report}; it imports {@code schema}, {@code observation}, {@code report} and the
 * readers {@code csv}, {@code workbook} and {@code message}. It is pure: it takes a file, a request and the data that
 * holds now, and returns a report; equal input gives equal bytes. It reads a file as a stream in stages: the kind of
 * file, the header, the rows, then the rules about all rows. A fault that makes the later stages meaningless ends the
 * run; otherwise everything is reported at once.
 *
 * <p>Public: {@link org.tipstats.validation.Validator} with {@link org.tipstats.validation.ValidationRequest}, {@link
 * org.tipstats.validation.Baseline}, {@link org.tipstats.validation.Progress} and {@link
 * org.tipstats.validation.Validation}; {@link org.tipstats.validation.ReceivedTable}; {@link
 * org.tipstats.validation.RuleCatalogue} and {@link org.tipstats.validation.RuleKind}; {@link
 * org.tipstats.validation.SubmissionRows} with {@link org.tipstats.validation.SubmittedRow} and {@link
 * org.tipstats.validation.Action}; {@link org.tipstats.validation.Suggestions}.
 *
 * <p>To add a rule, add a class that implements CellRule or RowRule, its line in RuleCatalogue, its texts in the {@code
 * rules_*.properties} of {@code report}, its line in {@code hit-rates.properties}, a test, and a file in {@code
 * sample-data/rejected}.
 */
package org.tipstats.validation;
