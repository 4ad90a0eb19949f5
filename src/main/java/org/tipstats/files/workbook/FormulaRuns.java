package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/**
 * The places of cells with formulas: runs of rows in each column. After many runs, further cells extend the last run of
 * their column, which then has gaps.
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

    /** Returns one assumption for each run, with the letters of its column. */
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
