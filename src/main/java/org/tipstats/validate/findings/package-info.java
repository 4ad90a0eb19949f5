/**
 * Reports on files: findings with their places, exact counts, sentences in the languages of the service, and the forms
 * of a report. Findings that do not fit into memory go to files.
 *
 * <p>It knows no rules: it finds the texts of a rule by the rule's id in {@code rules_*.properties}, and the other
 * texts of pages and workbooks in {@code report_*.properties}. Equal reports give equal bytes.
 */
package org.tipstats.validate.findings;
