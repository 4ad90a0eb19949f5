/**
 * Validates submitted files: one class for each rule, and the validator that runs them.
 *
 * <p>This package comes after {@code report}; it imports {@code schema}, {@code observation}, {@code report} and the
 * readers {@code csv}, {@code workbook} and {@code message}. It is pure: it takes a file, a request and the data that
 * holds now, and returns a report; equal input gives equal bytes. It reads a file as a stream in stages: the kind of
 * file, the header, the rows, then the rules about all rows. A fault that makes the later stages meaningless ends the
 * run; otherwise everything is reported at once.
 *
 * <p>Public: {@link org.tipstats.validate.rule.Validator} with {@link org.tipstats.validate.rule.ValidationRequest}, {@link
 * org.tipstats.validate.rule.Baseline}, {@link org.tipstats.validate.rule.Progress} and {@link
 * org.tipstats.validate.rule.Validation}; {@link org.tipstats.validate.rule.ReceivedTable}; {@link
 * org.tipstats.validate.rule.RuleCatalogue} and {@link org.tipstats.validate.rule.RuleKind}; {@link
 * org.tipstats.validate.rule.SubmissionRows} with {@link org.tipstats.validate.rule.SubmittedRow} and {@link
 * org.tipstats.validate.rule.Action}; {@link org.tipstats.validate.rule.Suggestions}.
 *
 * <p>To add a rule, add a class that implements CellRule or RowRule, its line in RuleCatalogue, its texts in the {@code
 * rules_*.properties} of {@code report}, its line in {@code hit-rates.properties}, a test, and a file in {@code
 * sample-data/rejected}.
 */
package org.tipstats.validate.rule;
