/**
 * Reports on files: findings with their places, counted exactly and put aside in any number, the sentences about them
 * in the languages of the service, and the forms that a report comes in.
 *
 * <p>Before {@code validation} in the order, which makes the findings; imports {@code schema}, {@code csv} and {@code
 * workbook}. It knows no rule: what a rule says is looked up by the rule's id in {@code rules_*.properties}, what stands
 * around it in pages and workbooks in {@code report_*.properties}. Equal reports give equal bytes.
 *
 * <p>Public: {@link org.tipstats.validate.findings.Finding} with {@link org.tipstats.validate.findings.Severity}, {@link
 * org.tipstats.validate.findings.FindingSink} and {@link org.tipstats.validate.findings.FindingLog}; {@link
 * org.tipstats.validate.findings.ValidationReport} with {@link org.tipstats.validate.findings.SummaryGroup}; {@link
 * org.tipstats.validate.findings.RuleTexts}, {@link org.tipstats.validate.findings.Sentences} and {@link org.tipstats.validate.findings.Texts}; the forms
 * {@link org.tipstats.validate.findings.ReportWriter}, {@link org.tipstats.validate.findings.ReportJson}, {@link
 * org.tipstats.validate.findings.AnnotatedCsv}, {@link org.tipstats.validate.findings.XlsxReport}, {@link org.tipstats.validate.findings.HtmlReport},
 * {@link org.tipstats.validate.findings.MendedCsv} and {@link org.tipstats.validate.findings.SummaryText}; {@link org.tipstats.validate.findings.SubmittedRows}, what two of them need of the file.
 */
package org.tipstats.validate.findings;
