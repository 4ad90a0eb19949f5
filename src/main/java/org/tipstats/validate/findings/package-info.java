/**
 * Reports on files: findings with their places, exact counts, sentences in the languages of the service, and the forms
 * of a report. Findings that do not fit into memory go to files.
 *
 * <p>This package comes before {@code validation}, which makes the findings; it imports {@code schema}, {@code csv} and
 * {@code workbook}. It knows no rules: it finds the texts of a rule by the rule's id in {@code rules_*.properties}, and
 * the other texts of pages and workbooks in {@code report_*.properties}. Equal reports give equal bytes.
 *
 * <p>Public: {@link org.tipstats.validate.findings.Finding} with {@link org.tipstats.validate.findings.Severity}, {@link
 * org.tipstats.validate.findings.FindingSink} and {@link org.tipstats.validate.findings.FindingLog}; {@link
 * org.tipstats.validate.findings.ValidationReport} with {@link org.tipstats.validate.findings.SummaryGroup}; {@link
 * org.tipstats.validate.findings.RuleTexts} and {@link org.tipstats.validate.findings.Sentences}; the
 * forms {@link org.tipstats.validate.findings.ReportWriter}, {@link org.tipstats.validate.findings.ReportJson}, {@link
 * org.tipstats.validate.findings.AnnotatedCsv}, {@link org.tipstats.validate.findings.XlsxReport}, {@link org.tipstats.validate.findings.HtmlReport},
 * {@link org.tipstats.validate.findings.MendedCsv} and {@link org.tipstats.validate.findings.SummaryText}; {@link
 * org.tipstats.validate.findings.SubmittedRows}, the file as the forms read it.
 */
package org.tipstats.validate.findings;
