/**
 * Reports on files: findings with their places, exact counts, sentences in the languages of the service, and the forms
 * of a report. Findings that do not fit into memory go to files.
 *
 * <p>This package comes before {@code validation}, which makes the findings; it imports {@code schema}, {@code csv} and
 * {@code workbook}. It knows no rules: it finds the texts of a rule by the rule's id in {@code rules_*.properties}, and
 * the other texts of pages and workbooks in {@code report_*.properties}. Equal reports give equal bytes.
 *
 * <p>Public: {@link org.tipstats.report.Finding} with {@link org.tipstats.report.Severity}, {@link
 * org.tipstats.report.FindingSink} and {@link org.tipstats.report.FindingLog}; {@link
 * org.tipstats.report.ValidationReport} with {@link org.tipstats.report.SummaryGroup}; {@link
 * org.tipstats.report.RuleTexts} and {@link org.tipstats.report.Sentences}; the
 * forms {@link org.tipstats.report.ReportWriter}, {@link org.tipstats.report.ReportJson}, {@link
 * org.tipstats.report.AnnotatedCsv}, {@link org.tipstats.report.XlsxReport}, {@link org.tipstats.report.HtmlReport},
 * {@link org.tipstats.report.MendedCsv} and {@link org.tipstats.report.SummaryText}; {@link
 * org.tipstats.report.SubmittedRows}, the file as the forms read it.
 */
package org.tipstats.validate.findings;
