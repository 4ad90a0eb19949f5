package org.tipstats.disseminate.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.template.Template.TemplateColumn;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Writes a template as a workbook. The sheet to fill in comes first, because the service reads the first sheet with a
 * header when the file is submitted. The other sheets follow: notes, the last figures of the area if there are any,
 * examples, the codes, and the notes in the other languages. Equal templates give equal bytes.
 */
final class TemplateWorkbook {

    static final CellStyle REQUIRED = CellStyle.PLAIN.withBold().withFill("9DC3E6");
    static final CellStyle OPTIONAL = CellStyle.PLAIN.withBold().withFill("DDEBF7");
    private static final CellStyle CODE = CellStyle.PLAIN.withTextFormat();

    /**
     * The last row that has drop-down lists. It is beyond the largest number of figures that any area has submitted for
     * one year.
     */
    static final int LAST_CHOICE_ROW = 20_000;

    private final Template template;
    private final TemplateTexts texts;
    private final List<TemplateColumn> columns;
    private final TemplateCodeSheet codes;

    TemplateWorkbook(Template template, String language) {
        this.template = template;
        this.texts = new TemplateTexts(language);
        this.columns = template.columns();
        this.codes = new TemplateCodeSheet(template, texts);
    }

    void write(OutputStream out) throws IOException {
        String title = template.dataflow().name().inLanguage(texts.language());
        try (WorkbookWriter workbook = new WorkbookWriter(out, title)) {
            writeData(workbook.sheet(template.dataflow().id(), texts.isRightToLeft()));
            writeNotes(workbook, texts);
            if (!template.last().isEmpty()) {
                writeTable(workbook.sheet(texts.get("sheet.figures"), texts.isRightToLeft()), template.lastRows());
            }
            String comment = texts.get("example.comment");
            writeTable(
                    workbook.sheet(texts.get("sheet.examples"), texts.isRightToLeft()),
                    new TemplateExamples(template, comment).rows());
            codes.write(workbook.sheet(texts.get("sheet.codes"), texts.isRightToLeft()));
            for (String other : LocalText.LANGUAGES) {
                if (!other.equals(texts.language())) {
                    writeNotes(workbook, new TemplateTexts(other));
                }
            }
        }
    }

    private void writeNotes(WorkbookWriter workbook, TemplateTexts language) throws IOException {
        new TemplateNotesSheet(
                        template,
                        language,
                        texts,
                        workbook.sheet(language.get("sheet.notes"), language.isRightToLeft()))
                .write();
    }

    private void writeData(SheetWriter sheet) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            if (!columns.get(i).isValue()) {
                sheet.textColumn(i);
            }
            codes.choices(columns.get(i)).ifPresent(list -> sheet.dropDown(index, 1, LAST_CHOICE_ROW, list));
        }
        writeTable(sheet, template.rows());
    }

    private void writeTable(SheetWriter sheet, List<Map<String, String>> rows) throws IOException {
        sheet.freezeHeader();
        sheet.row();
        for (TemplateColumn column : columns) {
            sheet.text(column.id(), column.required() ? REQUIRED : OPTIONAL);
            sheet.comment(texts.shown(column.name().inLanguage(texts.language()) + "\n" + texts.explain(column)));
        }
        for (Map<String, String> row : rows) {
            sheet.row();
            for (TemplateColumn column : columns) {
                writeCell(sheet, column, row.get(column.id()));
            }
        }
    }

    private static void writeCell(SheetWriter sheet, TemplateColumn column, String value) {
        if (column.isValue()) {
            sheet.number(value == null ? null : new BigDecimal(value), CellStyle.PLAIN);
        } else {
            sheet.text(value, CODE);
        }
    }
}
