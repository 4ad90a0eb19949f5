/**
 * Reports on files: findings with their places, exact counts, sentences in the languages of the service, and the forms
 * of a report. Equal reports give equal bytes.
 *
 * <p>The package knows no rules: it finds the texts of a rule by the rule's id in {@code rules_*.properties}, and the
 * other texts of pages and workbooks in {@code report_*.properties}.
 */
package org.tipstats.validate.findings;
