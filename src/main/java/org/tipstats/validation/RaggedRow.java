package org.tipstats.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.csv.RawRow;
import org.tipstats.report.Finding;
import org.tipstats.report.Severity;

/**
 * A row has more or fewer cells than the header. A run of such rows at the very end of a file is one finding: mostly
 * notes below the table.
 */
final class RaggedRow implements Rule {

    private static final int REMEMBERED = 1_000;

    private final FileContext context;
    private final int width;
    private int[] lines = new int[16];
    private int[] records = new int[16];
    private int[] cells = new int[16];
    private int waiting;
    private final List<int[]> positions = new ArrayList<>();

    RaggedRow(FileContext context, int width) {
        this.context = context;
        this.width = width;
    }

    @Override
    public String id() {
        return "ragged-row";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** Takes a ragged row, to be reported when it is known what follows. @param guess its positions */
    void hold(RawRow row, int[] guess) {
        if (waiting == lines.length) {
            lines = Arrays.copyOf(lines, waiting * 2);
            records = Arrays.copyOf(records, waiting * 2);
            cells = Arrays.copyOf(cells, waiting * 2);
        }
        lines[waiting] = row.line();
        records[waiting] = row.record();
        cells[waiting] = row.cells().length;
        if (positions.size() < REMEMBERED) {
            positions.add(guess);
        }
        waiting++;
    }

    /** Reports each waiting row, since a sound row follows. */
    void flush(RowTable rows) {
        if (waiting == 0) {
            return;
        }
        for (int i = 0; i < waiting; i++) {
            report(i, Map.of());
        }
        taint(rows, false);
        if (waiting > positions.size()) {
            int[] anywhere = new int[positions.get(0).length];
            Arrays.fill(anywhere, ParsedRow.OPEN);
            rows.taint(anywhere);
        }
        clear();
    }

    /** Reports the rows that wait at the end of the file. */
    void finish(RowTable rows) {
        if (waiting == 1) {
            boolean figures =
                    positions.get(0)[context.dataflow().structure().area().position()] >= 0;
            report(0, figures ? Map.of() : Map.of("variant", "last"));
        } else if (waiting > 1) {
            report(0, Map.of("variant", "end", "rows", waiting, "last", lines[waiting - 1]));
        }
        taint(rows, true);
        clear();
    }

    /** Notes name no area and so belong to no group of rows. */
    private void taint(RowTable rows, boolean atEnd) {
        int area = context.dataflow().structure().area().position();
        for (int[] guess : positions) {
            if (!atEnd || guess[area] >= 0) {
                rows.taint(guess);
            }
        }
    }

    private void clear() {
        waiting = 0;
        positions.clear();
    }

    private void report(int index, Map<String, Object> more) {
        Map<String, Object> parameters = new TreeMap<>(more);
        parameters.put("cells", cells[index]);
        parameters.put("columns", width);
        context.sink()
                .add(new Finding(
                        id(),
                        context.settings().severity(this),
                        lines[index],
                        records[index],
                        null,
                        null,
                        parameters,
                        List.of(),
                        Map.of(),
                        List.of()));
    }
}
