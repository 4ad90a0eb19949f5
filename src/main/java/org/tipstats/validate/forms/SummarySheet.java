package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.validate.forms.ReportTexts.Fact;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes the first sheet of a report: the verdict, the facts about the file, the summary by cause, and the rules that
 * passed or did not run.
 */
record SummarySheet(ReportTexts texts, SheetTexts cells, SheetWriter sheet) {

    /** @param notes sentences about the workbook itself */
    void write(ValidationReport report, Dataflow dataflow, List<String> notes) throws IOException {
        writeVerdict(report);
        for (String note : notes) {
            sheet.row().empty().text(note, SheetTexts.WRAPPED);
        }
        writeFacts("file", texts.facts(report.file()));
        writeFacts("stamps", texts.stamps(report, dataflow));
        writeCauses(report.summary());
        writeHeading("passed");
        for (String rule : report.passed()) {
            sheet.row().text(rule).text(cells.rule(rule), SheetTexts.WRAPPED);
        }
        if (!report.valid()) {
            sheet.row().empty().text(texts.get("passed.rest"), SheetTexts.WRAPPED);
        }
        if (!report.notRun().isEmpty()) {
            writeHeading("notRun");
            for (String rule : report.notRun()) {
                sheet.row().text(rule).text(cells.rule(rule) + ". " + texts.notRun(rule), SheetTexts.WRAPPED);
            }
        }
    }

    private void writeVerdict(ValidationReport report) throws IOException {
        ValidationReport.Counts counts = report.counts();
        Severity passable = counts.warning() > 0 ? Severity.WARNING : Severity.INFORMATION;
        Severity gravest = report.valid() ? passable : Severity.ERROR;
        String title = texts.title(SheetTexts.visible(report.file().name()));
        sheet.row().text(WorkbookWriter.APPLICATION, SheetTexts.BOLD).text(title, SheetTexts.BOLD);
        CellStyle coloured = SheetTexts.coloured(SheetTexts.WRAPPED.withBold(), gravest);
        sheet.row().empty().text(texts.verdict(report), coloured);
        writeCount(Severity.ERROR, counts.error());
        writeCount(Severity.WARNING, counts.warning());
        writeCount(Severity.INFORMATION, counts.information());
    }

    private void writeCount(Severity severity, long count) throws IOException {
        CellStyle style = count == 0 ? CellStyle.PLAIN : SheetTexts.coloured(CellStyle.PLAIN, severity);
        sheet.row().text(texts.severity(severity), style).text(texts.say("number", Map.of("n", count)));
    }

    private void writeHeading(String section) throws IOException {
        sheet.row();
        sheet.row().text(texts.get("section." + section), SheetTexts.BOLD);
    }

    private void writeFacts(String section, List<Fact> facts) throws IOException {
        writeHeading(section);
        for (Fact fact : facts) {
            String value = fact.isText() ? fact.value() : VisibleText.of(fact.value());
            sheet.row().text(fact.name(), SheetTexts.WRAPPED).text(value, SheetTexts.WRAPPED);
        }
    }

    private void writeCauses(List<SummaryGroup> groups) throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        writeHeading("summary");
        sheet.row();
        for (String column :
                List.of("severity", "message", "column", "value", "count", "lines", "suggestions", "rule")) {
            sheet.text(texts.get("column." + column), SheetTexts.BOLD);
        }
        for (SummaryGroup group : groups) {
            String suggestions =
                    group.sharesValue() ? SheetTexts.values(group.sample().suggestions()) : null;
            sheet.row()
                    .text(texts.severity(group.severity()), SheetTexts.coloured(SheetTexts.WRAPPED, group.severity()))
                    .text(cells.message(group), SheetTexts.WRAPPED)
                    .text(SheetTexts.value(group.column()), SheetTexts.WRAPPED)
                    .text(SheetTexts.value(group.value()), SheetTexts.WRAPPED)
                    .number(group.count(), SheetTexts.WRAPPED)
                    .text(texts.lines(group), SheetTexts.WRAPPED)
                    .text(suggestions, SheetTexts.WRAPPED)
                    .text(group.rule(), SheetTexts.WRAPPED);
        }
    }
}
