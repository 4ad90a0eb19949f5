package org.tipstats.validate.row;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.Suggestions.Candidate;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** The current row, with the settings that cell rules need to check the row and to report its faults. */
public final class RowContext {

    private final Layout layout;
    private final Dataflow dataflow;
    private final RuleSettings settings;
    private final Statuses statuses;
    private final Set<String> areas;
    private final int currentYear;
    private final Consumer<Finding> sink;
    /** By the column itself: to compare columns would compare all names of their codes. */
    private final Map<LayoutColumn, CachedSuggestions> suggestions = new IdentityHashMap<>();

    private ParsedRow row;

    public RowContext(
            Layout layout, RuleSettings settings, Set<String> areas, int currentYear, Consumer<Finding> sink) {
        this.layout = layout;
        this.dataflow = settings.dataflow();
        this.settings = settings;
        this.statuses = new Statuses(dataflow.structure());
        this.areas = areas;
        this.currentYear = currentYear;
        this.sink = sink;
    }

    public void setRow(ParsedRow parsed) {
        row = parsed;
    }

    public ParsedRow row() {
        return row;
    }

    public Layout layout() {
        return layout;
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public Statuses statuses() {
        return statuses;
    }

    /** Returns the areas that the submitter may report for; null for any area. */
    public Set<String> areas() {
        return areas;
    }

    /** Returns the latest year that rows may report. */
    public int currentYear() {
        return currentYear;
    }

    public String cell(LayoutColumn column) {
        return row.raw.cells()[column.index()];
    }

    /** Returns the original cell of the file, including an apostrophe that the reader removed. */
    public String received(LayoutColumn column) {
        return row.raw.received(column.index());
    }

    public boolean isFlagged(LayoutColumn column) {
        return row.flagged[column.index()];
    }

    /** Returns the columns whose cell is not a valid code, count, period or text. */
    public List<LayoutColumn> flaggedColumns() {
        return row.anyFlagged
                ? layout.columns().stream().filter(this::isFlagged).toList()
                : List.of();
    }

    /** Returns the column of the status, or the value column if the file has no status. */
    public Optional<LayoutColumn> statusColumn() {
        return column(Role.STATUS).or(() -> layout.column(Kind.VALUE));
    }

    /** Returns the column of the attribute with a role; empty if the structure or the file lacks it. */
    public Optional<LayoutColumn> column(Role role) {
        return dataflow.structure().attribute(role).flatMap(layout::column);
    }

    /** Returns the only code that submissions may use in a dimension; empty if they may use several. */
    public List<String> onlyCode(Dimension dimension) {
        return dataflow.submission().fixed(dimension.id()).stream().toList();
    }

    /** Returns the codes that the cell may mean, for a column of codes. */
    public List<String> suggestions(LayoutColumn column) {
        String cell = CellText.strip(cell(column));
        return suggestions.computeIfAbsent(column, this::suggestionsFor).forText(cell);
    }

    private CachedSuggestions suggestionsFor(LayoutColumn column) {
        if (column.kind() == Kind.ACTION) {
            Stream<Candidate> actions = Action.CODES.stream().map(code -> new Candidate(code, List.of(), List.of()));
            return new CachedSuggestions(Suggestions.of(actions.toList()), List.of());
        }
        if (column.dimension() == null) {
            return new CachedSuggestions(Suggestions.of(column.codes()), List.of());
        }
        Suggestions usable =
                Suggestions.of(column.codes(), code -> RowParser.usable(code, column.dimension(), dataflow));
        return new CachedSuggestions(usable, onlyCode(column.dimension()));
    }

    public void report(Rule rule, LayoutColumn column, Map<String, Object> parameters, List<String> suggested) {
        report(rule, column, cell(column), parameters, suggested);
    }

    public void report(
            Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        sink.accept(finding(rule, column, value, parameters, suggested));
    }

    /** Makes a finding about the row. A finding with severity error marks the row as faulty. */
    public Finding finding(
            Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        Severity severity = settings.severity(rule);
        row.faulty |= severity == Severity.ERROR;
        return new Finding(
                rule.id(),
                severity,
                row.raw.line(),
                row.raw.record(),
                column.place(),
                CellText.shorten(value),
                new TreeMap<>(parameters),
                suggested,
                key(),
                List.of());
    }

    /** Returns the known codes of the row by the id of their dimension. */
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

    /**
     * Suggestions for the cells of one column. Each text is looked up once. After {@link #MAX_TEXTS} different texts,
     * only exact matches are searched. A column of a million different texts therefore takes no longer than a column of
     * codes.
     */
    private static final class CachedSuggestions {

        static final int MAX_TEXTS = 10_000;

        private final Suggestions all;
        private final List<String> only;
        private final Map<String, List<String>> known = new HashMap<>();

        /** @param only the only code that may be used; empty if several may be used */
        private CachedSuggestions(Suggestions all, List<String> only) {
            this.all = all;
            this.only = only;
        }

        List<String> forText(String text) {
            if (!only.isEmpty()) {
                return only;
            }
            boolean room = known.size() < MAX_TEXTS || known.containsKey(text);
            return room ? known.computeIfAbsent(text, all::forText) : all.exact(text);
        }
    }
}
