package org.tipstats.mapping.grid;

import java.util.regex.Pattern;

/**
 * Splits the first column of a table of Eurostat, which has the whole key of a series: {@code A,NR,F,AT} under
 * {@code freq,unit,sex,geo\TIME_PERIOD}. Each part gets a column of its own, as in a spreadsheet program that splits
 * texts at commas. Tables without such a header stay as they are.
 */
record JoinedKeys(int parts) {

    private static final Pattern HEADER = Pattern.compile("\\w{1,60}(,\\w{1,60}){1,30}\\\\\\w{1,60}");

    /** Reads the first row of a file. */
    static JoinedKeys of(String[] header) {
        String first = header.length == 0 || header[0] == null ? "" : header[0].strip();
        return new JoinedKeys(HEADER.matcher(first).matches() ? first.split(",").length : 1);
    }

    /**
     * Returns the cells of a row with one cell for each part of the key. A key with another number of parts stays in
     * its first cell, and the cells of the other parts are empty.
     */
    String[] apart(String[] cells) {
        if (parts == 1 || cells.length == 0) {
            return cells;
        }
        String[] all = new String[cells.length + parts - 1];
        String[] key = cells[0].split(",", -1);
        for (int i = 0; i < parts; i++) {
            all[i] = key.length == parts ? key[i] : i == 0 ? cells[0] : "";
        }
        System.arraycopy(cells, 1, all, parts, cells.length - 1);
        return all;
    }
}
