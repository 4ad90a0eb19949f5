package org.tipstats.collect.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tipstats.collect.entry.EntryFigures.TypedFigure;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/**
 * The rows made from typed figures: one for each cell that is not empty. A cell that repeats the accepted figure has a
 * row too, because it confirms the figure. An empty cell has no row, so its accepted figure does not change.
 *
 * @param csv the rows as SDMX-CSV
 * @param keys the text of the key of each row
 */
record TypedRows(String csv, List<String> keys) {

    /** A row of the file. */
    private record Row(long key, TypedValue typed, String comment) {}

    /** The value of a row, with its status and confidentiality. */
    private record TypedValue(String value, String status, String confidentiality) {}

    static TypedRows of(EntryFigures figures) {
        KeySpace space = figures.shape().space();
        List<Row> rows = new ArrayList<>();
        for (long key : figures.typedKeys()) {
            TypedFigure typed = TypedFigure.of(figures.typed(key), figures.statuses());
            if (!typed.isBlank()) {
                rows.add(new Row(key, value(typed, figures.held(key), figures.statuses()), figures.comment(key)));
            }
        }
        return new TypedRows(
                new CsvTable<>(columns(figures.shape().dataflow(), space, rows)).text(rows),
                rows.stream().map(row -> space.format(row.key())).toList());
    }

    /**
     * Returns the value of a row. A count that equals the accepted count keeps its status, such as a break. A count
     * that the area marked as confidential stays confidential, because the grid does not show the mark.
     */
    private static TypedValue value(TypedFigure typed, Observation held, Statuses statuses) {
        if (typed.status() != null) {
            boolean masked = typed.status().equals(statuses.suppressed());
            return new TypedValue("", typed.status(), masked ? statuses.providerMasked() : "");
        }
        if (typed.count() == null) {
            return new TypedValue(typed.text(), "", "");
        }
        boolean wasCount = held != null && held.value() != null;
        boolean same = wasCount && held.value().longValueExact() == typed.count();
        boolean confidential = wasCount && statuses.isConfidential(held.confidentiality());
        return new TypedValue(
                typed.count().toString(), same ? held.status() : "", confidential ? held.confidentiality() : "");
    }

    /** Returns the columns. Leaves out the column of comments if no figure has a comment. */
    private static List<CsvColumn<Row>> columns(Dataflow dataflow, KeySpace space, List<Row> rows) {
        DataStructure structure = dataflow.structure();
        String id = dataflow.identification();
        List<CsvColumn<Row>> columns = new ArrayList<>(List.of(
                CsvColumn.text("STRUCTURE", row -> "dataflow"),
                CsvColumn.text("STRUCTURE_ID", row -> id),
                CsvColumn.text("ACTION", row -> "M")));
        structure
                .dimensions()
                .forEach(dimension ->
                        columns.add(CsvColumn.text(dimension.id(), row -> space.code(row.key(), dimension))));
        columns.add(CsvColumn.text(structure.measure().id(), row -> row.typed().value()));
        columns.add(attribute(structure, Role.STATUS, row -> row.typed().status()));
        columns.add(
                attribute(structure, Role.CONFIDENTIALITY, row -> row.typed().confidentiality()));
        if (rows.stream().anyMatch(row -> row.comment() != null)) {
            columns.add(attribute(structure, Role.COMMENT, row -> row.comment() == null ? "" : row.comment()));
        }
        return columns;
    }

    private static CsvColumn<Row> attribute(DataStructure structure, Role role, Function<Row, String> cell) {
        return CsvColumn.text(structure.attribute(role).map(Attribute::id).orElseThrow(), cell);
    }
}
