package org.tipstats.disseminate.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Measure;
import org.tipstats.vocabulary.schema.Role;

/**
 * A file to fill: the columns that a submission of a dataflow needs, and, for an area, the rows of the series that it
 * gave last.
 *
 * @param area whose rows it is for, or null for a template without rows
 * @param year that is to be filled in
 * @param thisYear the last year that there can be figures for
 * @param last what is known of the area, of the latest year before that is known at all
 * @param open whether it holds nothing that not everyone may know
 */
record Template(Dataflow dataflow, Code area, int year, int thisYear, List<Observation> last, boolean open) {

    /** More rows to begin with than this would have to be deleted rather than filled in. */
    private static final int MOST_TO_BEGIN = 10;

    Template {
        last = List.copyOf(last);
    }

    /** Keeps of what is known of an area the latest year before the one to be filled in. */
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

    /** The required dimensions, the measure and the attributes that a submission may have. */
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

    /** The rows to fill in: values by column. Those of the last year, or where none is known, the totals. */
    List<Map<String, String>> rows() {
        if (area == null) {
            return List.of();
        }
        return last.isEmpty()
                ? rowsToBegin()
                : last.stream().map(this::rowOfNow).toList();
    }

    private Map<String, String> rowOfNow(Observation observation) {
        Map<String, String> codes = new KeySpace(dataflow.structure()).codes(observation.key());
        Map<String, String> row = new LinkedHashMap<>();
        dataflow.requiredDimensions().forEach(dimension -> row.put(dimension.id(), codes.get(dimension.id())));
        row.put(dataflow.structure().time().id(), Integer.toString(year));
        return row;
    }

    private List<Map<String, String>> rowsToBegin() {
        List<Map<String, String>> rows = List.of(Map.of());
        for (Dimension dimension : dataflow.requiredDimensions()) {
            List<String> values = valuesToBegin(dimension);
            rows = rows.stream()
                    .flatMap(row -> values.stream().map(value -> with(row, dimension.id(), value)))
                    .toList();
        }
        return rows.size() > MOST_TO_BEGIN ? List.of() : rows;
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

    /** The figures of the last year that is known, as rows. */
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

    /** The year that the last figures are of; empty when nothing is known. */
    Optional<String> lastYear() {
        KeySpace space = new KeySpace(dataflow.structure());
        return last.stream()
                .map(observation ->
                        space.code(observation.key(), dataflow.structure().time()))
                .findFirst();
    }

    /** The attribute that says what is to be known of a value. */
    Attribute status() {
        return dataflow.structure().attribute(Role.STATUS).orElseThrow();
    }

    /** Header and rows; no cell needs quotes, because they hold codes; CRLF, as spreadsheets write. */
    String csv() {
        List<String> ids = columns().stream().map(TemplateColumn::id).toList();
        StringBuilder csv = new StringBuilder(String.join(",", ids)).append("\r\n");
        for (Map<String, String> row : rows()) {
            csv.append(ids.stream().map(id -> row.getOrDefault(id, "")).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
