package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.files.csv.CellText;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingSink;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.rule.LayoutColumn.Kind;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** The current row with the settings that cell rules need to judge and report it. */
final class RowContext {

    private final Layout layout;
    private final Dataflow dataflow;
    private final RuleSettings settings;
    private final Statuses statuses;
    private final Set<String> areas;
    private final int currentYear;
    private final FindingSink sink;
    private final Map<LayoutColumn, CachedSuggestions> suggestions = new HashMap<>();
    private ParsedRow row;

    RowContext(Layout layout, RuleSettings settings, Set<String> areas, int currentYear, FindingSink sink) {
        this.layout = layout;
        this.dataflow = settings.dataflow();
        this.settings = settings;
        this.statuses = new Statuses(dataflow.structure());
        this.areas = areas;
        this.currentYear = currentYear;
        this.sink = sink;
    }

    void at(ParsedRow parsed) {
        row = parsed;
    }

    ParsedRow row() {
        return row;
    }

    Layout layout() {
        return layout;
    }

    Dataflow dataflow() {
        return dataflow;
    }

    Statuses statuses() {
        return statuses;
    }

    /** Returns the areas that the submitter may report for; null for any area. */
    Set<String> areas() {
        return areas;
    }

    /** Returns the last year that a period may be. */
    int currentYear() {
        return currentYear;
    }

    /** Returns the cell as received. */
    String cell(LayoutColumn column) {
        return row.raw.cells()[column.index()];
    }

    /** Returns the cell as it stands in the file, including an apostrophe that the reader removed. */
    String received(LayoutColumn column) {
        return row.raw.received(column.index());
    }

    boolean isFlagged(LayoutColumn column) {
        return row.flagged[column.index()];
    }

    /** Returns the column of the status, or the value column if the file has no status. */
    Optional<LayoutColumn> statusColumn() {
        Optional<Attribute> status = dataflow.structure().attribute(Role.STATUS);
        return status.flatMap(layout::column).or(() -> layout.column(Kind.VALUE));
    }

    /** Returns the codes that the cell may mean, for a column of codes. */
    List<String> suggestions(LayoutColumn column) {
        String cell = CellText.strip(cell(column));
        return suggestions
                .computeIfAbsent(column, c -> CachedSuggestions.of(c, dataflow))
                .forText(cell);
    }

    void report(Rule rule, LayoutColumn column, Map<String, Object> parameters, List<String> suggested) {
        report(rule, column, cell(column), parameters, suggested);
    }

    void report(Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        sink.add(finding(rule, column, value, parameters, suggested));
    }

    /** Makes a finding about the row. A finding with severity error marks the row as faulty. */
    Finding finding(
            Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        Severity severity = settings.severity(rule);
        row.faulty |= severity == Severity.ERROR;
        return new Finding(
                rule.id(),
                severity,
                row.raw.line(),
                row.raw.record(),
                column.place(),
                CellText.cut(value),
                new TreeMap<>(parameters),
                suggested,
                key(),
                List.of());
    }

    /** Returns the known codes of the row by dimension. */
    private Map<String, String> key() {
        Map<String, String> key = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            int position = row.positions[dimension.position()];
            if (position >= 0) {
                key.put(dimension.id(), dimension.valueAt(position));
            }
        }
        return key;
    }
}
