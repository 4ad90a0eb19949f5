package org.tipstats.mapping.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.mapping.count.CaseCounter.Case;
import org.tipstats.mapping.count.CaseField.Several;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The counts of a list. They cover, for each year, all combinations of the used codes, their broader codes and the
 * totals. A combination without persons is 0.
 *
 * @param rows the counts, sorted by year and by the code lists
 */
public record CaseCounts(Dataflow dataflow, List<Count> rows, CaseReport report) {

    private static final String YES = "Y";

    /** @param components the code or text of each component, and the year, by the id of the component */
    public record Count(Map<String, String> components, int value) {}

    public CaseCounts {
        rows = List.copyOf(rows);
    }

    static CaseCounts of(
            CaseRequest request, CaseTable table, List<CaseField> fields, List<Case> cases, CaseReport report) {
        return new CaseCounts(request.dataflow(), new Crossing(request, table, fields, cases).rows(), report);
    }

    /** Returns the counts as SDMX-CSV, in the columns of a submission. */
    public String csv() {
        List<CsvColumn<Count>> columns = new ArrayList<>();
        columns.add(CsvColumn.text("STRUCTURE", row -> "dataflow"));
        columns.add(CsvColumn.text("STRUCTURE_ID", row -> dataflow.identification()));
        columns.add(CsvColumn.text("ACTION", row -> "I"));
        dataflow.structure().dimensions().stream().map(Dimension::id).forEach(id -> columns.add(column(id)));
        columns.add(CsvColumn.number(dataflow.structure().measure().id(), Count::value));
        dataflow.structure().attributes().stream()
                .map(attribute -> attribute.id())
                .filter(id -> rows.stream().anyMatch(row -> row.components.containsKey(id)))
                .forEach(id -> columns.add(column(id)));
        return new CsvTable<>(columns).text(rows);
    }

    private static CsvColumn<Count> column(String id) {
        return CsvColumn.text(id, row -> row.components.get(id));
    }

    /** Counts the persons in every combination of codes. */
    private static final class Crossing {

        private final CaseRequest request;
        private final CaseTable table;
        private final List<CaseField> fields;
        private final SortedSet<String> years = new TreeSet<>();
        private final List<SortedSet<String>> used = new ArrayList<>();
        private final Map<List<String>, Integer> counts = new HashMap<>();

        Crossing(CaseRequest request, CaseTable table, List<CaseField> fields, List<Case> cases) {
            this.request = request;
            this.table = table;
            this.fields = fields;
            fields.forEach(field -> used.add(new TreeSet<>(Comparator.comparingInt(field.codes()::positionOf))));
            cases.forEach(this::add);
        }

        private void add(Case person) {
            List<Set<String>> codes = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                CaseField field = fields.get(i);
                // Without a column, the person is counted only in the total of the dimension, not in its code for
                // unknown.
                boolean mapped = table.has(field.id()) || field.isAge() && table.has(CaseMapping.BIRTH_DATE);
                List<String> resolved = mapped
                        ? field.resolve(person.found().get(i), request.area().id(), request.eachForm())
                        : List.of();
                codes.add(field.withBroader(resolved));
                used.get(i).addAll(codes.get(i));
            }
            years.add(person.year());
            for (List<String> cell : crossings(person.year(), codes)) {
                counts.merge(cell, 1, Integer::sum);
            }
        }

        private static List<List<String>> crossings(String year, List<? extends Set<String>> codes) {
            List<List<String>> all = List.of(List.of(year));
            for (Set<String> each : codes) {
                List<List<String>> longer = new ArrayList<>(all.size() * each.size());
                for (List<String> start : all) {
                    for (String code : each) {
                        List<String> cell = new ArrayList<>(start);
                        cell.add(code);
                        longer.add(cell);
                    }
                }
                all = longer;
            }
            return all;
        }

        List<Count> rows() {
            List<Count> rows = new ArrayList<>();
            for (String year : years) {
                for (List<String> cell : crossings(year, used)) {
                    rows.add(new Count(components(cell), counts.getOrDefault(cell, 0)));
                }
            }
            return rows;
        }

        private Map<String, String> components(List<String> cell) {
            Map<String, String> components = new TreeMap<>();
            Dataflow dataflow = request.dataflow();
            dataflow.structure()
                    .dimensions()
                    .forEach(dimension -> dataflow.submission()
                            .fixed(dimension.id())
                            .ifPresent(code -> components.put(dimension.id(), code)));
            components.put(dataflow.structure().area().id(), request.area().id());
            components.put(dataflow.structure().time().id(), cell.get(0));
            dataflow.structure().attribute(Role.STATUS).ifPresent(status -> components.put(status.id(), "A"));
            if (table.has(CaseMapping.PERSON)) {
                attribute("DEDUPLICATED", YES, components);
            }
            for (int i = 0; i < fields.size(); i++) {
                describe(fields.get(i), cell.get(i + 1), components);
            }
            return components;
        }

        private void describe(CaseField field, String code, Map<String, String> components) {
            components.put(field.id(), code);
            boolean part = !code.equals(field.total());
            if (part && field.several() == Several.MIXED && request.eachForm()) {
                attribute("MULTI_RESPONSE", YES, components);
            }
            if (part && field.isAge() && table.has(CaseMapping.BIRTH_DATE)) {
                String day = table.mapping().yearEnd() ? "on 31 December" : "on the date of the case";
                attribute("AGE_BASIS", "Age in completed years " + day, components);
            }
        }

        private void attribute(String id, String value, Map<String, String> components) {
            request.dataflow().structure().attribute(id).ifPresent(known -> components.put(id, value));
        }
    }
}
