package org.tipstats.collect.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * A file by which an area declares that it has no figures, in the service's own form: the totals of each year, without
 * a value, with a status and a comment. A dimension without a total, such as the stage, has a row for each of its codes
 * without a parent.
 */
record DeclarationFile(Dataflow dataflow, String area) {

    private static final CsvStyle STYLE = CsvStyle.STANDARD.withRaw(true);

    /**
     * Writes the file.
     *
     * @param status the status of each row
     * @param comment the comment of each row
     */
    String write(List<String> years, String status, String comment) {
        List<CsvColumn<Map<String, String>>> columns = new ArrayList<>();
        dataflow.requiredDimensions().stream()
                .map(Dimension::id)
                .forEach(id -> columns.add(CsvColumn.text(id, row -> row.get(id))));
        String value = dataflow.structure().measure().id();
        columns.add(CsvColumn.text(value, row -> null));
        columns.add(CsvColumn.text(id(Role.STATUS), row -> status));
        columns.add(CsvColumn.text(id(Role.COMMENT), row -> comment));
        return new CsvTable<>(columns).text(rows(years), STYLE);
    }

    private String id(Role role) {
        return dataflow.structure().attribute(role).orElseThrow().id();
    }

    private List<Map<String, String>> rows(List<String> years) {
        List<Map<String, String>> rows = List.of(Map.of());
        for (Dimension dimension : dataflow.requiredDimensions()) {
            List<String> codes = codes(dimension, years);
            rows = rows.stream()
                    .flatMap(row -> codes.stream().map(code -> with(row, dimension.id(), code)))
                    .toList();
        }
        return rows;
    }

    private List<String> codes(Dimension dimension, List<String> years) {
        if (dimension.isTime()) {
            return years;
        }
        if (dimension.equals(dataflow.structure().area())) {
            return List.of(area);
        }
        return dimension
                .codes()
                .total()
                .map(total -> List.of(total.id()))
                .orElseGet(() -> dimension.codes().codes().stream()
                        .filter(code -> code.parent() == null)
                        .map(Code::id)
                        .toList());
    }

    private static Map<String, String> with(Map<String, String> row, String id, String code) {
        Map<String, String> more = new LinkedHashMap<>(row);
        more.put(id, code);
        return more;
    }
}
