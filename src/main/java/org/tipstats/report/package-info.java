/**
 * Reports on files: findings with their places, counted exactly and put aside in any number, the sentences about them
 * in the languages of the service, and the forms that a report comes in.
 *
 * <p>Before {@code validation} in the order, which makes the findings; imports {@code schema}, {@code csv} and {@code
 * workbook}. It knows no rule: what a rule says is looked up by the rule's id in {@code rules_*.properties}, what stands
 * around it in pages and workbooks in {@code report_*.properties}. Equal reports give equal bytes.
 *
 * <p>Public: {@link org.tipstats.report.Finding} with {@link org.tipstats.report.Severity}, {@link
 * org.tipstats.report.FindingSink} and {@link org.tipstats.report.FindingLog}; {@link
 * org.tipstats.report.ValidationReport} with {@link org.tipstats.report.SummaryGroup}; {@link
 * org.tipstats.report.RuleTexts}, {@link org.tipstats.report.Sentences} and {@link org.tipstats.report.Texts}; the forms
 * {@link org.tipstats.report.ReportWriter}, {@link org.tipstats.report.ReportJson}, {@link
 * org.tipstats.report.AnnotatedCsv}, {@link org.tipstats.report.XlsxReport}, {@link org.tipstats.report.HtmlReport},
 * {@link org.tipstats.report.MendedCsv} and {@link org.tipstats.report.SummaryText}; {@link org.tipstats.report.SubmittedRows}, what two of them need of the file.
 */
package org.tipstats.report;
