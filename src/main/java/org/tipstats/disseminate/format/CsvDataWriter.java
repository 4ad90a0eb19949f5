package org.tipstats.disseminate.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes data as SDMX-CSV 2.0, or as plain CSV without the columns that identify the structure.
 *
 * @param structured whether the first columns identify the structure of the rows
 */
record CsvDataWriter(DataStyle style, boolean structured) implements DataWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (style.mark()) {
            writer.append(BYTE_ORDER_MARK);
        }
        new CsvTable<>(columns(selection))
                .write(selection.observations(), CsvStyle.STANDARD.withRaw(style.raw()), writer);
        writer.flush();
    }

    private List<CsvColumn<Observation>> columns(DataSelection selection) {
        List<CsvColumn<Observation>> columns = new ArrayList<>();
        Dataflow dataflow = selection.dataflow();
        if (structured) {
            String id = dataflow.identification();
            columns.add(CsvColumn.text("STRUCTURE", o -> "dataflow"));
            columns.add(CsvColumn.text("STRUCTURE_ID", o -> id));
            if (style.labels() == LabelStyle.NAME) {
                String name = dataflow.name().inLanguage(style.language());
                columns.add(CsvColumn.text("STRUCTURE_NAME", o -> name));
            }
            columns.add(CsvColumn.text("ACTION", o -> "I"));
        }
        for (ObservationField field : selection.fields()) {
            addField(field, columns);
        }
        return columns;
    }

    private void addField(ObservationField field, List<CsvColumn<Observation>> columns) {
        String language = style.language();
        String name = field.name().inLanguage(language);
        if (field.numeric()) {
            columns.add(new CsvColumn<>(header(field, name), true, field::text));
        } else if (style.labels() == LabelStyle.BOTH && field.codes() != null) {
            columns.add(CsvColumn.text(header(field, name), o -> style.label(field, o, true)));
        } else {
            columns.add(CsvColumn.text(header(field, name), field::text));
        }
        if (style.labels() == LabelStyle.NAME && field.codes() != null) {
            columns.add(CsvColumn.text(name, o -> style.label(field, o, false)));
        }
    }

    private String header(ObservationField field, String name) {
        return style.labels() == LabelStyle.BOTH ? field.id() + ": " + name : field.id();
    }
}
