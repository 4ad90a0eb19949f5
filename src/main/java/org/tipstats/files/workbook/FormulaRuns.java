package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/**
 * The positions of cells with formulas, stored for each column as runs of successive rows. When there are already many
 * runs, a further cell extends the last run of its column. Such a run may contain rows without a formula.
 */
final class FormulaRuns {

    private static final int MAX_RUNS = 200;

    private record Run(int firstLine, int lastLine) {}

    private final Kind kind;
    private final Map<Integer, List<Run>> runs = new TreeMap<>();
    private int count;

    FormulaRuns(Kind kind) {
        this.kind = kind;
    }

    void add(int line, BitSet columns) {
        for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
            List<Run> inColumn = runs.computeIfAbsent(column, none -> new ArrayList<>());
            int last = inColumn.size() - 1;
            boolean joins = last >= 0 && (inColumn.get(last).lastLine() + 1 == line || count >= MAX_RUNS);
            if (joins) {
                inColumn.set(last, new Run(inColumn.get(last).firstLine(), line));
            } else {
                inColumn.add(new Run(line, line));
                count++;
            }
        }
    }

    /** Returns one assumption for each run. The text of an assumption is the letters of the column. */
    List<Assumption> assumptions() {
        List<Assumption> all = new ArrayList<>();
        runs.forEach((column, inColumn) -> inColumn.forEach(
                run -> all.add(new Assumption(kind, run.firstLine(), run.lastLine(), columnLetters(column)))));
        return all;
    }

    static String columnLetters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
