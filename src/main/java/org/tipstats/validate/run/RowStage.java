package org.tipstats.validate.run;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.persons.PersonRows;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowParser;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.rule.DamagedText;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.validate.rule.RaggedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reads the rows of a file once. Applies the cell rules to each row, then adds the row to the table for the row rules.
 */
final class RowStage {

    private final RunProgress progress;
    private final FileContext context;
    private final Layout layout;
    private final DataStructure structure;
    private final Dimension area;
    private final Dimension time;
    private final RowParser parser;
    private final RowContext row;
    private final List<CellRule> rules;
    private final DamagedText damage = new DamagedText();
    private final StrayRow stray;
    private final PersonRows persons;
    private final RaggedRow ragged;
    private final NamedDataflow dataflowCheck;
    private final RowTable table;
    private final boolean needsMeasure;
    private final BitSet areas = new BitSet();
    private final BitSet periods = new BitSet();
    private boolean replaces;
    private boolean missesMeasure;
    private int rows;

    /** @param commas whether a comma separates the cells */
    RowStage(
            Layout layout,
            FileContext context,
            ValidationRequest request,
            List<CellRule> rules,
            RunProgress progress,
            boolean commas) {
        this.rules = rules;
        this.progress = progress;
        this.context = context;
        this.layout = layout;
        this.structure = context.dataflow().structure();
        this.area = structure.area();
        this.time = structure.time();
        KeySpace space = new KeySpace(structure);
        this.parser = new RowParser(layout, context.dataflow(), space, request.currentYear());
        this.row = new RowContext(layout, context.settings(), request.areas(), request.currentYear(), context.sink());
        this.stray = new StrayRow(layout, row);
        this.ragged = new RaggedRow(context, layout, commas);
        this.persons = new PersonRows(layout, request.currentYear());
        this.dataflowCheck = new NamedDataflow(layout, context);
        Finding.Column place =
                layout.column(Kind.VALUE).map(LayoutColumn::place).orElse(null);
        this.table = new RowTable(space, context.settings().largestMasked(), place);
        this.needsMeasure = layout.column(Kind.VALUE).isEmpty()
                && layout.column(Kind.ACTION).isPresent();
    }

    /**
     * Returns whether the first row names another dataflow; false if the row cannot be read. The rows of a file for
     * another dataflow are not checked.
     */
    boolean isOtherDataflow(PeekingRows records) {
        return records.peek(1).stream().anyMatch(dataflowCheck::isOther);
    }

    /** Marks rows of the file that were not read, so that row rules do not report these rows as missing. */
    void taintUnread(List<RawRow> missing) {
        missing.forEach(raw -> table.taint(parser.guessPositions(raw)));
    }

    /**
     * Checks all rows.
     *
     * @return the fault at which the file stops being a table, or empty
     */
    Optional<MalformedFileException> run(Iterator<RawRow> records) {
        MalformedFileException fault = null;
        try {
            while (records.hasNext()) {
                take(withoutEmptySurplus(records.next()));
            }
        } catch (MalformedFileException e) {
            fault = e;
        }
        ragged.finish(table);
        damage.finish(context.sink());
        return Optional.ofNullable(fault);
    }

    private void take(RawRow raw) {
        rows++;
        progress.countRow(raw.line());
        if (raw.cells().length != layout.width()) {
            ragged.take(raw, parser.guessPositions(raw), table);
        } else if (!dataflowCheck.isOther(raw)) {
            ragged.flush(table);
            check(parser.parse(raw));
        }
    }

    /** Removes empty cells beyond the last column, unless a comma in the count moved them there. */
    private RawRow withoutEmptySurplus(RawRow raw) {
        String[] cells = raw.cells();
        int width = layout.width();
        for (int i = width; i < cells.length; i++) {
            if (!CellText.isBlank(cells[i])) {
                return raw;
            }
        }
        boolean surplus = cells.length > width && !ragged.isSplit(raw, parser::guessPositions);
        return surplus ? raw.withCells(Arrays.copyOf(cells, width)) : raw;
    }

    private void check(ParsedRow parsed) {
        row.setRow(parsed);
        if (stray.check(row)) {
            return;
        }
        damage.check(row);
        for (CellRule rule : rules) {
            rule.check(row);
        }
        persons.watch(parsed);
        if (needsMeasure && !missesMeasure && parsed.action != Action.DELETE) {
            missesMeasure = true;
            new MissingColumn().report(structure.measure().id(), layout.line(), context);
        }
        markSeen(area, parsed, areas);
        markSeen(time, parsed, periods);
        replaces |= parsed.action != Action.MERGE;
        addToTable(parsed);
    }

    private static void markSeen(Dimension dimension, ParsedRow parsed, BitSet seen) {
        int position = parsed.positions[dimension.position()];
        if (position >= 0) {
            seen.set(position);
        }
    }

    private void addToTable(ParsedRow parsed) {
        RawRow raw = parsed.raw;
        if (parsed.key >= 0) {
            boolean masked = parsed.value == CountText.EMPTY
                    && row.statuses().suppressed().equals(parsed.status);
            table.add(
                    raw.line(),
                    raw.record(),
                    parsed.key,
                    parsed.action,
                    Math.max(parsed.value, CountText.EMPTY),
                    parsed.status,
                    masked,
                    parsed.multiResponse,
                    parsed.faulty);
            if (row.statuses().isConfidential(parsed.confidentiality)) {
                table.markConfidential();
            }
        } else if (parsed.isPattern()) {
            table.delete(raw.line(), raw.record(), parsed.positions);
        } else {
            table.taint(parsed.positions);
        }
    }

    PersonRows persons() {
        return persons;
    }

    RowTable table() {
        return table;
    }

    int rows() {
        return rows;
    }

    boolean replaces() {
        return replaces;
    }

    /**
     * Returns whether the file has all columns that row rules need: required dimensions, and values if a row needs one.
     */
    boolean hasKeys() {
        return !missesMeasure
                && context.dataflow().requiredDimensions().stream().allMatch(d -> layout.has(d.id()))
                && (layout.has(structure.measure().id()) || needsMeasure);
    }

    SortedSet<String> areas() {
        return codes(area, areas);
    }

    SortedSet<String> periods() {
        return codes(time, periods);
    }

    private static SortedSet<String> codes(Dimension dimension, BitSet seen) {
        return seen.stream().mapToObj(dimension::valueAt).collect(Collectors.toCollection(TreeSet::new));
    }
}
