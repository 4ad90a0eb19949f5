package org.tipstats.validate.mapped;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.Guess.Refusal;
import org.tipstats.mapping.saved.Drift;
import org.tipstats.mapping.saved.Drift.Kind;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.rule.LayoutAssumed;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;

/** The findings about a table in a layout of its own and the mapping that reads it. */
final class MappingFindings {

    /** Largest number of cells that a finding names. */
    private static final int MAX_CELLS = 100;

    private static final int MAX_CODES = 5;
    private static final int MAX_SHOWN = 5;
    /** The changes that are not reported for a refused file, because its words were not read. */
    private static final Set<Kind> NOT_READ =
            EnumSet.of(Kind.WORD_GONE, Kind.TOTAL_GONE, Kind.OTHER_AGES, Kind.OTHER_CHANGE);
    /** The questions about single cells. While any other question is open, no figure is read. */
    private static final Set<String> OF_CELLS = Set.of("word", "marker", "column", "ignore");

    private static final String SEVERAL = "several-numbers-in-cell";
    private static final String MARKER = "ambiguous-marker";
    /** The refusals that are not reported, because a question or a check of single cells reports the same cells. */
    private static final Set<String> OF_OTHERS = Set.of(SEVERAL, MARKER);

    static final String RATE = "rate-not-count";
    private static final String DRIFT = "mapping-drift";

    private final Guess guess;
    private final Grid grid;
    private final Dataflow dataflow;
    private final List<Finding> findings = new ArrayList<>();

    private MappingFindings(MappedFile file, Dataflow dataflow) {
        this.guess = file.guess();
        this.grid = file.grid();
        this.dataflow = dataflow;
    }

    static List<Finding> of(MappedFile file, Dataflow dataflow) {
        MappingFindings made = new MappingFindings(file, dataflow);
        file.guess().refusals().forEach(made::refuse);
        file.guess().questions().forEach(made::ask);
        file.drifts().forEach(made::report);
        made.accountForCells();
        boolean silent = made.findings.stream().noneMatch(each -> each.severity() == Severity.ERROR);
        if (silent
                && file.guess().observations().stream()
                        .noneMatch(each -> each.dataflow().equals(dataflow.id()))) {
            made.add("subject-unknown", "other", List.of(), null);
        }
        return made.findings;
    }

    private void add(String rule, String variant, List<String> cells, String value) {
        add(severity(rule), rule, variant, cells, value);
    }

    private void add(Severity severity, String rule, String variant, List<String> cells, String value) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("dataflow", dataflow.id()));
        if (!variant.isEmpty()) {
            parameters.put("variant", variant);
        }
        if (!cells.isEmpty()) {
            String more = cells.size() > MAX_SHOWN ? ", …" : "";
            parameters.put("place", cells.stream().limit(MAX_SHOWN).collect(Collectors.joining(", ")) + more);
        }
        add(severity, rule, parameters, null, cells, value, List.of());
    }

    /** @param component the component concerned, or null */
    private void add(
            Severity severity,
            String rule,
            Map<String, Object> parameters,
            String component,
            List<String> cells,
            String value,
            List<String> suggestions) {
        Finding.Column column = component == null ? null : Finding.Column.missing(component);
        Finding finding =
                new Finding(rule, severity, null, null, column, value, parameters, suggestions, Map.of(), List.of());
        List<String> some = cells.stream().limit(MAX_CELLS).toList();
        findings.add(CellPlaces.at(finding, some, List.of()));
    }

    private Severity severity(String rule) {
        return dataflow.rule(rule)
                .flatMap(RuleSetting::severity)
                .map(Severity::of)
                .or(() -> RuleCatalogue.find(rule).map(RuleCatalogue.Entry::severity))
                .orElse(Severity.ERROR);
    }

    private void refuse(Refusal refusal) {
        String rule = refusal.rule();
        List<String> cells = refusal.cells();
        if (rule.equals("duplicate-key")) {
            Map<String, Object> parameters = new TreeMap<>(Map.of("differ", "yes", "rows", cells.size()));
            parameters.put(
                    "firstLine", CellRange.parse(cells.get(0)).orElseThrow().firstLine());
            String measure = dataflow.structure().measure().id();
            add(severity(rule), rule, parameters, measure, cells, null, List.of());
        } else if (rule.equals(RATE)) {
            Map<String, List<String>> left = guess.ledger().leftOut();
            add(RATE, "cells", left.getOrDefault("rate", left.getOrDefault("percent", cells)), null);
        } else if (!OF_OTHERS.contains(rule)) {
            add(rule, variant(cells), cells, null);
        }
    }

    private String variant(List<String> cells) {
        return !cells.isEmpty() && grid.hasFormula(cells.get(0)) ? "formula" : "";
    }

    private void ask(Decision question) {
        String[] parts = question.id().split(":", 3);
        switch (question.kind()) {
            case "word" -> {
                List<String> codes =
                        question.alternatives().stream().limit(MAX_CODES).toList();
                String rule = "unknown-word";
                add(severity(rule), rule, Map.of(), parts[1], question.cells(), parts[2], codes);
            }
            case "marker" -> add(MARKER, "", question.cells(), question.id().substring("marker:".length()));
            case "period" -> add(DRIFT, "period", question.cells(), null);
            case "dataflow" -> {
                if (guess.refusals().stream().noneMatch(each -> each.rule().equals("subject-unknown"))) {
                    add("subject-unknown", "", question.cells(), null);
                }
            }
            default -> {
                // Not reported here: the change of the table that leads to this question is reported instead.
            }
        }
    }

    private void report(Drift drift) {
        if (drift.kind() == Kind.VALUE_UNUSED) {
            findings.add(new LayoutAssumed().unusedValues(dataflow, "values-unused", drift.text()));
        } else {
            changed(drift);
        }
    }

    private void changed(Drift drift) {
        String text = drift.text();
        if (isRefused() && NOT_READ.contains(drift.kind())) {
            return;
        }
        boolean asked = guess.questions().stream()
                .filter(question -> List.of("word", "marker", "dataflow").contains(question.kind()))
                .anyMatch(
                        question -> question.id().equals(text) || question.id().endsWith(":" + text));
        boolean question =
                List.of(Kind.NEW_WORD, Kind.NEW_MARKER, Kind.OTHER_CHANGE).contains(drift.kind());
        if (asked && question) {
            return;
        }
        String variant = switch (drift.kind()) {
            case NEW_TABLE, NEW_ROW -> "part";
            case TABLE_GONE, COLUMN_GONE, TOTAL_GONE, TITLE_GONE -> "gone";
            case MOVED -> "moved";
            case OTHER_COLUMN, WORD_GONE -> "harmless";
            case KNOWN_WORD -> "known";
            case OTHER_AGES -> "ages";
            case OTHER_CHANGE -> "question";
            case LEFT_OUT -> "left-out";
            case NEW_COLUMN, NEW_WORD, NEW_MARKER, NEW_TITLE, VALUE_UNUSED -> "";
        };
        Severity severity = drift.isHarmful() ? severity(DRIFT) : Severity.INFORMATION;
        add(severity, DRIFT, variant, drift.cells(), text);
    }

    /**
     * Reports each cell with several numbers and, if no question or refusal is about the whole file, the numbers that
     * are not understood.
     */
    private void accountForCells() {
        severalNumbers().forEach(cell -> add(SEVERAL, "", List.of(cell.toString()), grid.text(cell)));
        if (!isRefused() && guess.questions().stream().allMatch(each -> OF_CELLS.contains(each.kind()))) {
            reportUnused();
        }
    }

    private Set<CellRange> severalNumbers() {
        Set<CellRange> cells = new LinkedHashSet<>(new CellAccount(grid, guess).severalNumbers());
        guess.refusals().stream()
                .filter(each -> each.rule().equals(SEVERAL))
                .flatMap(each -> each.cells().stream())
                .flatMap(cell -> CellRange.parse(cell).stream())
                .forEach(cells::add);
        return cells;
    }

    private boolean isRefused() {
        return guess.refusals().stream().anyMatch(each -> each.cells().isEmpty());
    }

    /**
     * Reports the numbers that are not understood, one finding for each row. Leaves out rows that a question or a
     * refusal is about.
     */
    private void reportUnused() {
        Set<String> explained = new HashSet<>();
        guess.questions().forEach(each -> each.cells().forEach(cell -> explained.add(rowOf(cell))));
        guess.refusals().forEach(each -> each.cells().forEach(cell -> explained.add(rowOf(cell))));
        guess.ledger().notUnderstood().stream()
                .filter(cell -> !explained.contains(rowOf(cell)))
                .collect(Collectors.groupingBy(MappingFindings::rowOf, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(cells -> add("figure-not-used", variant(cells), cells, null));
    }

    static String rowOf(String cell) {
        return CellRange.parse(cell)
                .map(range -> range.sheet() + "!" + range.firstLine())
                .orElse(cell);
    }
}
