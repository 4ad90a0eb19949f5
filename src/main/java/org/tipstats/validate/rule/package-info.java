/**
 * Validates submitted files: one class for each rule, and the validator that runs them.
 *
 * <p>It is pure: it takes a file, a request and the data that holds now, and returns a report; equal input gives equal
 * bytes. It reads a file as a stream in stages: the kind of file, the header, the rows, then the rules about all rows.
 * A fault that makes the later stages meaningless ends the run; otherwise everything is reported at once.
 *
 * <p>To add a rule, add a class that implements CellRule or RowRule, its line in RuleCatalogue, its texts in the
 * {@code rules_*.properties} of {@code validate.forms}, its line in {@code hit-rates.properties}, a test, and a file
 * in {@code sample-data/rejected}.
 */
package org.tipstats.validate.rule;
