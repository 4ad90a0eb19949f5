package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/** The account of all cells with numbers: each is used, left out for a reason, or not understood. */
public final class Ledger {

    private static final String USED = "used";

    /** What became of a cell, by its address; null while it is not understood. */
    private final Map<String, String> fates = new LinkedHashMap<>();

    public Ledger(Grid grid) {
        for (Sheet sheet : grid.sheets()) {
            for (Sheet.Row row : FlaggedCells.apart(sheet).rows()) {
                for (int i = 0; i < row.cells().length; i++) {
                    if (NumberStyle.looksNumeric(row.cells()[i])) {
                        fates.put(sheet.address(row.line(), i), null);
                    }
                }
            }
        }
    }

    public void use(String cell) {
        fates.replace(cell, USED);
    }

    /** Leaves a cell out, unless it is used. */
    public void leaveOut(String cell, String reason) {
        if (fates.containsKey(cell) && !USED.equals(fates.get(cell))) {
            fates.put(cell, reason);
        }
    }

    /** Returns the number of cells with numbers. */
    public int numeric() {
        return fates.size();
    }

    public int used() {
        return (int) fates.values().stream().filter(USED::equals).count();
    }

    /** Returns the cells that were left out, by reason. */
    public Map<String, List<String>> leftOut() {
        Map<String, List<String>> byReason = new TreeMap<>();
        fates.forEach((cell, fate) -> {
            if (fate != null && !fate.equals(USED)) {
                byReason.computeIfAbsent(fate, none -> new ArrayList<>()).add(cell);
            }
        });
        return byReason;
    }

    public List<String> notUnderstood() {
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
