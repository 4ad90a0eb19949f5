package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SampleStructures;

/** A file and its baseline, made by hand; the first row is on line 2. Keys are codes joined by dots. */
public final class SampleRows {

    public static final Finding.Column VALUES = Finding.Column.at("OBS_VALUE", 7);

    private final KeySpace space;
    private final RowTable table;
    private final List<Observation> baseline = new ArrayList<>();
    private final Map<String, String> settings = new java.util.HashMap<>();
    private final Map<String, SampleRows> others = new java.util.HashMap<>();
    private int records;

    private SampleRows(DataStructure structure) {
        this.space = new KeySpace(structure);
        this.table = new RowTable(space, 4, VALUES);
    }

    static SampleRows of(DataStructure structure) {
        return new SampleRows(structure);
    }

    public static SampleRows victims() {
        return new SampleRows(SampleStructures.victims());
    }

    public static SampleRows support() {
        return new SampleRows(SampleStructures.support());
    }

    public long key(String text) {
        return space.parse(text).orElseThrow();
    }

    public SampleRows row(String key, long value) {
        return add(key, Action.MERGE, value, "A", false, false, false);
    }

    public SampleRows row(String key, long value, String status) {
        return add(key, Action.MERGE, value, status, false, false, false);
    }

    public SampleRows masked(String key) {
        return add(key, Action.MERGE, -1, "Q", true, false, false);
    }

    /** Adds a value that the provider does not publish. */
    public SampleRows confidential(String key, long value) {
        row(key, value);
        table.markConfidential();
        return this;
    }

    public SampleRows missing(String key) {
        return add(key, Action.MERGE, -1, "O", false, false, false);
    }

    public SampleRows multiResponse(String key, long value) {
        return add(key, Action.MERGE, value, "A", false, true, false);
    }

    public SampleRows faulty(String key) {
        return add(key, Action.MERGE, -1, "A", false, false, true);
    }

    public SampleRows faulty(String key, long value) {
        return add(key, Action.MERGE, value, "A", false, false, true);
    }

    public SampleRows replaceBy(String key, long value, String status) {
        return add(key, Action.REPLACE, value, status, false, false, false);
    }

    private SampleRows add(
            String key, Action action, long value, String status, boolean masked, boolean multi, boolean faulty) {
        records++;
        table.add(records + 1, records, key(key), action, value, status, masked, multi, faulty);
        return this;
    }

    /** Adds an erroneous row; a star stands for an unknown code. */
    public SampleRows taint(String pattern) {
        records++;
        table.taint(positions(pattern));
        return this;
    }

    /** Adds a row with ACTION D; a star stands for an empty dimension. */
    public SampleRows delete(String pattern) {
        records++;
        table.delete(records + 1, records, positions(pattern));
        return this;
    }

    private int[] positions(String pattern) {
        String[] codes = pattern.split("\\.");
        return space.structure().dimensions().stream()
                .mapToInt(d -> position(d, codes[d.position()]))
                .toArray();
    }

    private static int position(Dimension dimension, String code) {
        return code.equals("*") ? -1 : dimension.positionOf(code);
    }

    public SampleRows old(String key, long value) {
        return old(Observation.count(key(key), value, "A"));
    }

    public SampleRows old(Observation observation) {
        baseline.add(observation);
        return this;
    }

    public SampleRows oldMissing(String key) {
        return old(Observation.absent(key(key), "O", null));
    }

    public SampleRows oldMasked(String key) {
        return old(Observation.absent(key(key), "Q", "A"));
    }

    public SampleRows withheld(String key) {
        return old(Observation.absent(key(key), "Q", "C"));
    }

    public SampleRows replacePeriods() {
        table.replacePeriods();
        return this;
    }

    public SampleRows setting(String rule, String values) {
        settings.put(rule, values);
        return this;
    }

    /** Adds the current data of another dataflow, for rules whose settings name it. */
    SampleRows other(SampleRows held) {
        others.put(held.dataflow().id(), held);
        return this;
    }

    Dataflow dataflow() {
        return SampleStructures.dataflow(space.structure(), settings);
    }

    RuleSettings settings() {
        OtherDataflows data = new OtherDataflows(
                id -> Optional.ofNullable(others.get(id)).map(SampleRows::dataflow),
                (flow, areas) -> others.get(flow.id()).baseline,
                Set.of());
        return new RuleSettings(dataflow(), data);
    }

    public RowTable table() {
        if (!baseline.isEmpty()) {
            table.baseline(baseline, new Statuses(space.structure()));
            baseline.clear();
        }
        return table;
    }

    public List<Finding> check(RowRule rule) {
        List<Finding> findings = new ArrayList<>();
        RowTable table = table();
        RuleSettings current = settings();
        if (rule.applies(table, current)) {
            rule.check(table, new RowFindings(table, rule, current, findings::add));
        }
        return findings;
    }

    /** Returns the ids of the given rules, once for each finding. */
    public List<String> ids(RowRule... rules) {
        return Stream.of(rules)
                .flatMap(rule -> check(rule).stream().map(Finding::rule))
                .toList();
    }
}
