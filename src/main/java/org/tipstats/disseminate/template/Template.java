package org.tipstats.disseminate.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.DataStructure.Measure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/**
 * A file for providers to fill in. It has the columns that a submission of a dataflow needs. A template for an area
 * also has a row for each series that the area has in its last known year.
 *
 * @param area the area of the rows; null for a template without rows
 * @param year the year to fill in
 * @param thisYear the last year that may have figures
 * @param last the known figures of the area for one year: the latest year before {@code year} that has known figures
 * @param open whether the template holds public information only
 */
record Template(Dataflow dataflow, Code area, int year, int thisYear, List<Observation> last, boolean open) {

    /**
     * Largest number of rows in a template for an area without known figures. If there would be more rows, the template
     * has no rows, because users would have to delete most rows.
     */
    private static final int MAX_STARTING_ROWS = 10;

    Template {
        last = List.copyOf(last);
    }

    /** Returns the known figures of the latest year before the year to fill in. */
    static List<Observation> latest(List<Observation> known, DataStructure structure, int year) {
        KeySpace space = new KeySpace(structure);
        int time = structure.time().position();
        int before = year - structure.time().firstYear();
        int found = known.stream()
                .mapToInt(observation -> space.position(observation.key(), time))
                .filter(position -> position < before)
                .max()
                .orElse(-1);
        return known.stream()
                .filter(observation -> space.position(observation.key(), time) == found)
                .toList();
    }

    /** Returns the required dimensions, the measure, and the attributes that a submission may have. */
    List<TemplateColumn> columns() {
        List<TemplateColumn> columns = new ArrayList<>();
        dataflow.requiredDimensions().forEach(dimension -> columns.add(TemplateColumn.of(dimension, dataflow)));
        Measure measure = dataflow.structure().measure();
        columns.add(new TemplateColumn(measure.id(), measure.name(), Role.VALUE, true, null, List.of()));
        dataflow.structure().attributes().stream()
                .filter(attribute -> !attribute.publishedOnly())
                .map(TemplateColumn::of)
                .forEach(columns::add);
        return columns;
    }

    Optional<TemplateColumn> column(Role role) {
        return columns().stream().filter(column -> column.role() == role).findFirst();
    }

    /**
     * Returns the rows to fill in, as values by column. The rows repeat the series of the last known year. If no
     * earlier year is known, the rows are for totals, or for each code of a dimension without a total. There are no
     * rows without an area, or if more than {@link #MAX_STARTING_ROWS} would be for totals and such codes.
     */
    List<Map<String, String>> rows() {
        if (area == null) {
            return List.of();
        }
        return last.isEmpty()
                ? startingRows()
                : last.stream().map(this::rowToFill).toList();
    }

    private Map<String, String> rowToFill(Observation observation) {
        Map<String, String> codes = new KeySpace(dataflow.structure()).codes(observation.key());
        Map<String, String> row = new LinkedHashMap<>();
        dataflow.requiredDimensions().forEach(dimension -> row.put(dimension.id(), codes.get(dimension.id())));
        row.put(dataflow.structure().time().id(), Integer.toString(year));
        return row;
    }

    private List<Map<String, String>> startingRows() {
        List<Map<String, String>> rows = List.of(Map.of());
        for (Dimension dimension : dataflow.requiredDimensions()) {
            List<String> values = valuesToBegin(dimension);
            rows = rows.stream()
                    .flatMap(row -> values.stream().map(value -> with(row, dimension.id(), value)))
                    .toList();
        }
        return rows.size() > MAX_STARTING_ROWS ? List.of() : rows;
    }

    private List<String> valuesToBegin(Dimension dimension) {
        if (dimension.isTime()) {
            return List.of(Integer.toString(year));
        }
        if (dimension.role() == Role.AREA) {
            return List.of(area.id());
        }
        return dimension
                .codes()
                .total()
                .map(total -> List.of(total.id()))
                .orElseGet(() -> TemplateColumn.of(dimension, dataflow).codes().stream()
                        .map(Code::id)
                        .toList());
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(row);
        more.put(column, value);
        return more;
    }

    /** Returns the figures of the last known year as rows. */
    List<Map<String, String>> lastRows() {
        List<ObservationField> fields = ObservationField.of(new KeySpace(dataflow.structure()));
        return last.stream().map(observation -> row(fields, observation)).toList();
    }

    private static Map<String, String> row(List<ObservationField> fields, Observation observation) {
        Map<String, String> row = new LinkedHashMap<>();
        for (ObservationField field : fields) {
            String text = field.text(observation);
            if (text != null) {
                row.put(field.id(), text);
            }
        }
        return row;
    }

    /** Returns the year of the last known figures; empty if there are no known figures. */
    Optional<String> lastYear() {
        KeySpace space = new KeySpace(dataflow.structure());
        return last.stream()
                .map(observation ->
                        space.code(observation.key(), dataflow.structure().time()))
                .findFirst();
    }

    /** Returns the attribute that holds the status of a value. */
    Attribute status() {
        return dataflow.structure().attribute(Role.STATUS).orElseThrow();
    }

    /**
     * Returns the header and rows as CSV. Cells need no quotes because they hold codes. Lines end with CRLF, as in the
     * CSV files of spreadsheets.
     */
    String csv() {
        List<String> ids = columns().stream().map(TemplateColumn::id).toList();
        StringBuilder csv = new StringBuilder(String.join(",", ids)).append("\r\n");
        for (Map<String, String> row : rows()) {
            csv.append(ids.stream().map(id -> row.getOrDefault(id, "")).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /**
     * A column of a template.
     *
     * @param role the role of the column in the structure
     * @param required whether each row needs a value
     * @param list the code list of the column; null for years, numbers and texts
     * @param codes the codes that submissions may use, in the order of the list
     */
    record TemplateColumn(String id, LocalText name, Role role, boolean required, CodeList list, List<Code> codes) {

        static TemplateColumn of(Dimension dimension, Dataflow dataflow) {
            List<Code> codes = dimension.isTime()
                    ? List.of()
                    : dimension.codes().codes().stream()
                            .filter(code -> dimension.role() != Role.AREA || !code.isAreaGroup())
                            .filter(code -> dataflow.submission().allows(dimension.id(), code.id()))
                            .toList();
            return new TemplateColumn(
                    dimension.id(), dimension.name(), dimension.role(), true, dimension.codes(), codes);
        }

        static TemplateColumn of(Attribute attribute) {
            CodeList list = attribute.codes();
            List<Code> codes = list == null ? List.of() : list.codes();
            return new TemplateColumn(attribute.id(), attribute.name(), attribute.role(), false, list, codes);
        }

        boolean isCoded() {
            return list != null;
        }

        boolean isValue() {
            return role == Role.VALUE;
        }
    }
}
