/**
 * The rules: one class for each, which states its facts in a {@code Rule.Info}.
 *
 * <p>To add a rule, add a class that implements CellRule or RowRule, its line in RuleCatalogue, its texts in the {@code
 * rules_*.properties} of {@code findings}, a test, and a file in {@code sample-data/rejected}.
 */
package org.tipstats.validate.rule;
