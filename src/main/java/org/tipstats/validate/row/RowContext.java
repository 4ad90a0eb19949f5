package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Finding.Outline;
import org.tipstats.validate.findings.FindingSink;
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
    private final FindingSink sink;
    /** Compares columns by identity, because equals would compare all names of their codes. */
    private final Map<LayoutColumn, CachedSuggestions> suggestions = new IdentityHashMap<>();

    private final Map<Role, Optional<LayoutColumn>> attributes = new EnumMap<>(Role.class);
    /** The facts of rules, stored because it takes time to read the annotation of a rule for each finding. */
    private final Map<Class<?>, ReportingRule> rules = new HashMap<>();

    private final List<LayoutColumn> flagged = new ArrayList<>();
    private ParsedRow row;

    public RowContext(Layout layout, RuleSettings settings, Set<String> areas, int currentYear, FindingSink sink) {
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
        flagged.clear();
        if (parsed.anyFlagged) {
            layout.columns().stream().filter(this::isFlagged).forEach(flagged::add);
        }
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

    /** Returns the columns of the current row whose cell is not a valid code, count, period or text. */
    public List<LayoutColumn> flaggedColumns() {
        return flagged;
    }

    /** Returns the column of the status, or the value column if the file has no status. */
    public Optional<LayoutColumn> statusColumn() {
        return column(Role.STATUS).or(() -> layout.column(Kind.VALUE));
    }

    /** Returns the column of the attribute with a role; empty if the structure or the file lacks it. */
    public Optional<LayoutColumn> column(Role role) {
        return attributes.computeIfAbsent(
                role, wanted -> dataflow.structure().attribute(wanted).flatMap(layout::column));
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
        boolean[] usable = RowParser.usable(column.dimension(), dataflow);
        return new CachedSuggestions(
                Suggestions.of(column.codes(), code -> usable[code.position()]), onlyCode(column.dimension()));
    }

    public void report(Rule rule, LayoutColumn column, Map<String, Object> parameters, List<String> suggested) {
        report(rule, column, cell(column), parameters, suggested);
    }

    public void report(
            Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        report(rule, column, value, () -> new Reason(parameters, suggested));
    }

    /**
     * Reports the cell of a column. Asks for the reason only if the sink needs the finding, not if it is only counted.
     */
    public void report(Rule rule, LayoutColumn column, Supplier<Reason> reason) {
        report(rule, column, cell(column), reason);
    }

    private void report(Rule rule, LayoutColumn column, String value, Supplier<Reason> reason) {
        Outline outline = outline(rule, column, value);
        sink.add(outline, () -> finding(outline, reason.get()));
    }

    /** Makes a finding about the row. A finding with severity error marks the row as faulty. */
    public Finding finding(
            Rule rule, LayoutColumn column, String value, Map<String, Object> parameters, List<String> suggested) {
        return finding(outline(rule, column, value), new Reason(parameters, suggested));
    }

    private Outline outline(Rule rule, LayoutColumn column, String value) {
        ReportingRule facts =
                rules.computeIfAbsent(rule.getClass(), known -> new ReportingRule(rule.id(), settings.severity(rule)));
        row.faulty |= facts.severity == Severity.ERROR;
        return new Outline(facts.id, facts.severity, row.raw.line(), column.place(), CellText.shorten(value));
    }

    private Finding finding(Outline outline, Reason reason) {
        return new Finding(
                outline.rule(),
                outline.severity(),
                outline.line(),
                row.raw.record(),
                outline.column(),
                outline.value(),
                new TreeMap<>(reason.parameters),
                reason.suggestions,
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

    private record ReportingRule(String id, Severity severity) {}

    /** The values of a cell for the sentences of a finding, and the suggestions for the cell. */
    public record Reason(Map<String, Object> parameters, List<String> suggestions) {}

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
