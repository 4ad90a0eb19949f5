package org.tipstats.validate.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Finding.Outline;
import org.tipstats.validate.findings.FindingSink;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;

/** Makes and adds the findings of one rule about rows of one file. */
public final class RowFindings {

    /** Largest number of related rows in a finding. */
    public static final int MAX_RELATED = 20;

    private final Rule rule;
    private final RuleSettings settings;
    private final FindingSink sink;
    private final Maker maker;

    /** Returns the parameters of sentences about two rows, in a new map. May be called at any time. */
    @FunctionalInterface
    public interface Comparison {
        Map<String, Object> parameters(int row, int other);
    }

    public RowFindings(RowTable rows, Rule rule, RuleSettings settings, FindingSink sink) {
        this(rule, settings, sink, new Maker(rows, rule.id(), settings.severity(rule)));
    }

    private RowFindings(Rule rule, RuleSettings settings, FindingSink sink, Maker maker) {
        this.rule = rule;
        this.settings = settings;
        this.sink = sink;
        this.maker = maker;
    }

    public RuleSettings settings() {
        return settings;
    }

    /** Returns a whole number from the settings of the rule, for example its tolerance. */
    public long setting(String name) {
        return settings.number(rule, name);
    }

    /** Returns an object that adds findings of the same rule with another severity. */
    public RowFindings as(Severity other) {
        return new RowFindings(rule, settings, sink, new Maker(maker.rows, maker.id, other));
    }

    /** Adds a finding about a row of the file. The finding carries the line of this row. */
    public void add(int row, Map<String, Object> parameters, IntStream related) {
        add(row, maker.rows.key(row), parameters, related);
    }

    /** Adds a finding about a key. The finding carries the line of a row of the file, which may have another key. */
    public void add(int row, long key, Map<String, Object> parameters, IntStream related) {
        sink.add(maker.finding(row, key, parameters, related(related)));
    }

    /**
     * Adds a finding about two rows; the first row is in the file. The finding may be made later, see
     * {@link FindingSink#keep}.
     */
    public void add(int row, int other, Comparison comparison) {
        Maker made = maker;
        keep(row, () -> made.finding(row, comparison.parameters(row, other), List.of(made.related(other))));
    }

    /** Adds a finding about a row of the file and several other rows. The suppliers may be called at any time. */
    public void add(int row, Supplier<Map<String, Object>> parameters, Supplier<IntStream> related) {
        Maker made = maker;
        keep(row, () -> made.finding(row, parameters.get(), made.related(related.get())));
    }

    /**
     * Adds a finding about a breakdown, which must not change afterwards. The finding carries the line of the total, or
     * of another code that the parts add up to, if this row is in the file; otherwise the line of the first related
     * part in the file, otherwise the line of the first part in the file. The finding may be made later, see {@link
     * FindingSink#keep}.
     *
     * @param parameters returns what the sentences say; may be called at any time
     * @param related returns the related rows; may be called at any time
     */
    public void add(
            Breakdown breakdown,
            Function<Breakdown, Map<String, Object>> parameters,
            Function<Breakdown, IntStream> related) {
        int place = maker.rows.fromFile(breakdown.whole())
                ? breakdown.whole()
                : first(related.apply(breakdown))
                        .orElseGet(() -> first(breakdown.parts()).orElseThrow());
        Maker made = maker;
        keep(place, () -> made.finding(place, parameters.apply(breakdown), made.related(related.apply(breakdown))));
    }

    private OptionalInt first(IntStream some) {
        return some.filter(maker.rows::fromFile).min();
    }

    /** The supplier must not refer to this object, whose settings keep the data of other dataflows in memory. */
    private void keep(int row, Supplier<Finding> finding) {
        // The value is a figure, so findings are not grouped by it.
        sink.keep(new Outline(maker.id, maker.severity, maker.rows.line(row), maker.rows.valueColumn(), null), finding);
    }

    /** Adds a finding about a row whose key is known only in part. The row is in the file. */
    public void add(
            Integer line,
            Integer record,
            String value,
            Map<String, Object> parameters,
            Map<String, String> key,
            List<Finding.Related> related) {
        sink.add(maker.finding(line, record, value, parameters, key, related));
    }

    /** Returns the first related rows: rows of the file by line, then rows of the baseline in the given order. */
    public List<Finding.Related> related(IntStream related) {
        return maker.related(related);
    }

    /** Makes the findings of one rule and severity. */
    private record Maker(RowTable rows, String id, Severity severity) {

        Finding finding(int row, Map<String, Object> parameters, List<Finding.Related> related) {
            return finding(row, rows.key(row), parameters, related);
        }

        Finding finding(int row, long key, Map<String, Object> parameters, List<Finding.Related> related) {
            String value = key == rows.key(row) && rows.isExact(row) ? text(row) : null;
            Map<String, String> codes = rows.space().codes(key);
            return finding(rows.line(row), rows.record(row), value, parameters, codes, related);
        }

        Finding finding(
                Integer line,
                Integer record,
                String value,
                Map<String, Object> parameters,
                Map<String, String> key,
                List<Finding.Related> related) {
            // Sorted, because the order of other maps differs from run to run, and findings are stored.
            Map<String, Object> sorted = parameters instanceof SortedMap ? parameters : new TreeMap<>(parameters);
            return new Finding(id, severity, line, record, rows.valueColumn(), value, sorted, List.of(), key, related);
        }

        List<Finding.Related> related(IntStream related) {
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

        Finding.Related related(int row) {
            return new Finding.Related(rows.line(row), text(row));
        }

        /** Returns the value as text; null if there is no value, or if the value is withheld. */
        private String text(int row) {
            return rows.hasValue(row) && !rows.isWithheld(row) ? rows.range(row).toString() : null;
        }
    }
}
