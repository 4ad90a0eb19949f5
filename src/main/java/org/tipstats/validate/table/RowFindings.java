package org.tipstats.validate.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;

/** Makes and adds the findings of one rule about rows of one file. */
public final class RowFindings {

    /** Largest number of related rows in a finding. */
    public static final int MAX_RELATED = 20;

    private final RowTable rows;
    private final Rule rule;
    private final RuleSettings settings;
    private final Severity severity;
    private final Consumer<Finding> sink;

    public RowFindings(RowTable rows, Rule rule, RuleSettings settings, Consumer<Finding> sink) {
        this(rows, rule, settings, settings.severity(rule), sink);
    }

    private RowFindings(RowTable rows, Rule rule, RuleSettings settings, Severity severity, Consumer<Finding> sink) {
        this.rows = rows;
        this.rule = rule;
        this.settings = settings;
        this.severity = severity;
        this.sink = sink;
    }

    public RuleSettings settings() {
        return settings;
    }

    /** Returns a whole number from the settings of the rule, for example its tolerance. */
    public long setting(String name) {
        return settings.number(rule, name);
    }

    /** Returns what adds findings of the same rule with another severity. */
    public RowFindings as(Severity other) {
        return new RowFindings(rows, rule, settings, other, sink);
    }

    /** Adds a finding about a row of the file. The finding carries the line of this row. */
    public void add(int row, Map<String, Object> parameters, IntStream related) {
        add(row, rows.key(row), parameters, related);
    }

    /** Adds a finding about a key. The finding carries the line of a row of the file, which may have another key. */
    public void add(int row, long key, Map<String, Object> parameters, IntStream related) {
        String value = key == rows.key(row) && rows.isExact(row) ? text(row) : null;
        Map<String, String> codes = rows.space().codes(key);
        add(rows.line(row), rows.record(row), value, parameters, codes, related(related));
    }

    /** Adds a finding about a row of the file whose key is known only in part. */
    public void add(
            Integer line,
            Integer record,
            String value,
            Map<String, Object> parameters,
            Map<String, String> key,
            List<Finding.Related> related) {
        // Sorted, because the order of other maps differs from run to run, and findings are stored.
        Map<String, Object> sorted = new TreeMap<>(parameters);
        sink.accept(new Finding(
                rule.id(), severity, line, record, rows.valueColumn(), value, sorted, List.of(), key, related));
    }

    /** Returns the first related rows: rows of the file by line, then rows of the baseline in the given order. */
    public List<Finding.Related> related(IntStream related) {
        int[] all = related.toArray();
        if (all.length == 1) {
            return List.of(related(all[0]));
        }
        Comparator<Integer> byLine = Comparator.comparingInt(row -> rows.fromFile(row) ? row : rows.fileRows());
        return IntStream.of(all)
                .boxed()
                .sorted(byLine)
                .limit(MAX_RELATED)
                .map(this::related)
                .toList();
    }

    private Finding.Related related(int row) {
        return new Finding.Related(rows.line(row), text(row));
    }

    /**
     * Adds a finding about a breakdown. The finding carries the line of the total if the file has the total, otherwise
     * the line of the first related part in the file, otherwise the line of the first part in the file.
     */
    public void add(Breakdown breakdown, Map<String, Object> parameters, IntStream parts) {
        int[] related = parts.toArray();
        int place = rows.fromFile(breakdown.whole())
                ? breakdown.whole()
                : first(IntStream.of(related))
                        .orElseGet(() -> first(breakdown.parts()).orElseThrow());
        add(place, parameters, IntStream.of(related));
    }

    private OptionalInt first(IntStream some) {
        return some.filter(rows::fromFile).min();
    }

    /** Returns the value as text; null if there is no value, or if the value is withheld. */
    private String text(int row) {
        return rows.hasValue(row) && !rows.isWithheld(row) ? rows.range(row).toString() : null;
    }
}
