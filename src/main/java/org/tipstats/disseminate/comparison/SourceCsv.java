package org.tipstats.disseminate.comparison;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.disseminate.comparison.SourceResource.SourceReplies.SourceFigureView;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Writes figures of several sources as CSV, one row for each cell and source. The columns are the same as in other CSV
 * files. Columns for the source and the differences are added.
 */
final class SourceCsv {

    private record Row(long key, SourceFigureView figure) {}

    private final CsvTable<Row> table;

    SourceCsv(KeySpace space) {
        List<CsvColumn<Row>> columns = new ArrayList<>();
        for (Dimension dimension : space.structure().dimensions()) {
            columns.add(CsvColumn.text(dimension.id(), row -> space.code(row.key(), dimension)));
        }
        columns.add(CsvColumn.text("SOURCE", row -> row.figure().source()));
        columns.add(CsvColumn.number(
                space.structure().measure().id(), row -> row.figure().value()));
        for (Attribute attribute : space.structure().attributes()) {
            if (!attribute.publishedOnly()) {
                columns.add(CsvColumn.text(attribute.id(), row -> text(attribute, row.figure())));
            }
        }
        columns.add(CsvColumn.number("DIFFERENCE", row -> row.figure().difference()));
        columns.add(CsvColumn.number("RELATIVE_DIFFERENCE", row -> row.figure().relativeDifference()));
        this.table = new CsvTable<>(columns);
    }

    private static String text(Attribute attribute, SourceFigureView figure) {
        if (attribute.role() == Role.STATUS) {
            return figure.status();
        }
        if (attribute.role() == Role.CONFIDENTIALITY) {
            return figure.confidentiality();
        }
        return figure.attributes() == null ? null : figure.attributes().get(attribute.id());
    }

    String text(List<SourceCell> cells) {
        return table.text(cells.stream()
                .flatMap(cell -> SourceFigureView.of(cell).stream().map(figure -> new Row(cell.key(), figure)))
                .toList());
    }
}
