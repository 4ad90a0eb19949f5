package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.names.Bundle;

/**
 * Writes data as a workbook of three sheets: the observations in typed cells, notes that explain the data and its empty
 * values, and the coverage of each area and year. Text never becomes a formula.
 */
record WorkbookDataWriter(DataStyle style) implements DataWriter {

    static final CellStyle HEADER = CellStyle.PLAIN.withBold().withFill("DDEBF7");

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        Bundle texts = Bundle.of(WorkbookDataWriter.class, "data", style.language());
        boolean isRightToLeft = texts.isRightToLeft();
        String title = selection.dataflow().name().inLanguage(style.language());
        try (WorkbookWriter workbook = new WorkbookWriter(out, title)) {
            writeData(selection, workbook.sheet(texts.text("sheet.data"), isRightToLeft));
            new WorkbookNotesSheet(selection, texts).write(workbook.sheet(texts.text("sheet.notes"), isRightToLeft));
            new WorkbookCoverageSheet(selection, texts)
                    .write(workbook.sheet(texts.text("sheet.coverage"), isRightToLeft));
        }
        out.flush();
    }

    private void writeData(DataSelection selection, SheetWriter sheet) throws IOException {
        List<ObservationField> fields = selection.fields();
        String time = selection.dataflow().structure().time().id();
        sheet.freezeHeader();
        sheet.filterByHeader();
        sheet.row();
        for (ObservationField field : fields) {
            String name = field.name().inLanguage(style.language());
            sheet.text(style.labels() == DataStyle.LabelStyle.BOTH ? field.id() + ": " + name : field.id(), HEADER);
            if (isNamed(field)) {
                sheet.text(name, HEADER);
            }
        }
        for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
            Observation observation = all.next();
            sheet.row();
            for (ObservationField field : fields) {
                writeCell(field, observation, field.id().equals(time), sheet);
            }
        }
    }

    private boolean isNamed(ObservationField field) {
        return style.labels() == DataStyle.LabelStyle.NAME && field.codes() != null;
    }

    private void writeCell(ObservationField field, Observation observation, boolean year, SheetWriter sheet) {
        String text = field.text(observation);
        if (field.numeric() || year) {
            sheet.number(text == null ? null : new BigDecimal(text), CellStyle.PLAIN);
            return;
        }
        boolean coded = text != null && field.codes() != null;
        String name = coded && style.labels() != DataStyle.LabelStyle.ID ? style.name(field, text) : null;
        sheet.text(name != null && style.labels() == DataStyle.LabelStyle.BOTH ? text + ": " + name : text);
        if (isNamed(field)) {
            sheet.text(name);
        }
    }
}
