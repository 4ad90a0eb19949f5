package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.validate.findings.Finding;

/** Writes the sheet that lists the findings of a report, one in each row. */
final class FindingSheet {

    private static final List<String> COLUMNS =
            List.of("line", "severity", "message", "fix", "column", "value", "suggestions", "related", "key", "rule");

    private final ReportTexts texts;
    private final SheetTexts cells;
    private final SheetWriter sheet;

    FindingSheet(ReportTexts texts, SheetTexts cells, SheetWriter sheet) {
        this.texts = texts;
        this.cells = cells;
        this.sheet = sheet;
    }

    /**
     * Writes the header and the next findings.
     *
     * @param most the largest number of findings to write
     */
    void write(Iterator<Finding> findings, int most) throws IOException {
        sheet.freezeHeader();
        sheet.filterByHeader();
        sheet.row();
        for (String column : COLUMNS) {
            sheet.text(texts.get("column." + column), SheetTexts.BOLD);
        }
        for (int i = 0; i < most && findings.hasNext(); i++) {
            write(findings.next());
        }
    }

    private void write(Finding finding) throws IOException {
        sheet.row();
        if (finding.line() == null) {
            sheet.text(texts.get("wholeFile"), SheetTexts.WRAPPED);
        } else {
            sheet.number(finding.line(), SheetTexts.WRAPPED);
        }
        sheet.text(texts.severity(finding.severity()), SheetTexts.coloured(SheetTexts.WRAPPED, finding.severity()))
                .text(cells.message(finding), SheetTexts.WRAPPED)
                .text(cells.fix(finding), SheetTexts.WRAPPED)
                .text(cells.column(finding.column()), SheetTexts.WRAPPED)
                .text(SheetTexts.value(finding.value()), SheetTexts.WRAPPED)
                .text(SheetTexts.values(finding.suggestions()), SheetTexts.WRAPPED)
                .text(cells.related(finding.related()), SheetTexts.WRAPPED)
                .text(SheetTexts.key(finding.key()), SheetTexts.WRAPPED)
                .text(finding.rule(), SheetTexts.WRAPPED);
    }
}
