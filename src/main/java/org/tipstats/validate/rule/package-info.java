/**
 * Validation of submitted files: one class a rule, and the validator that runs them.
 *
 * <p>After {@code report} in the order; imports {@code schema}, {@code observation}, {@code report} and the readers
 * {@code csv}, {@code workbook} and {@code message}. It is pure: it takes a file, a request and the data that holds now,
 * and gives a report; equal input gives equal bytes. A file is read as a stream in stages: what kind of file it is, its
 * header, its rows, then the rules over all rows. A fault that makes the later stages meaningless ends the run;
 * otherwise everything is reported at once.
 *
 * <p>Public: {@link org.tipstats.validate.rule.Validator} with {@link org.tipstats.validate.rule.ValidationRequest}, {@link
 * org.tipstats.validate.rule.Baseline}, {@link org.tipstats.validate.rule.Progress} and {@link
 * org.tipstats.validate.rule.Validation}; {@link org.tipstats.validate.rule.ReceivedTable}; {@link
 * org.tipstats.validate.rule.RuleCatalogue} and {@link org.tipstats.validate.rule.RuleKind}; {@link
 * org.tipstats.validate.rule.SubmissionRows} with {@link org.tipstats.validate.rule.SubmittedRow} and {@link
 * org.tipstats.validate.rule.Action}; {@link org.tipstats.validate.rule.Suggestions}.
 *
 * <p>To add a rule: a class that implements CellRule or RowRule, its line in RuleCatalogue, its texts in the {@code
 * rules_*.properties} of {@code report}, its line in {@code hit-rates.properties}, a test, and a file in {@code
 * sample-data/rejected}.
 */
package org.tipstats.validate.rule;
