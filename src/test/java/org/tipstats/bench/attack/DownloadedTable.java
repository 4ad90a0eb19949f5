package org.tipstats.bench.attack;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One dataflow of one release as downloaded, in the order of the file. */
record DownloadedTable(String release, PublishedStructure structure, Map<String, DownloadedCell> cells) {

    /** Columns that have fields of their own, or are the same in every row. */
    private static final Set<String> NOT_OTHERS =
            Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS");

    DownloadedTable(String release, PublishedStructure structure) {
        this(release, structure, new LinkedHashMap<>());
    }

    /** Adds a row of the CSV. */
    void add(Map<String, String> row) {
        Map<String, String> others = new LinkedHashMap<>();
        row.forEach((column, text) -> {
            if (!text.isEmpty()
                    && !NOT_OTHERS.contains(column)
                    && !structure.dimensions().containsKey(column)) {
                others.put(column, text);
            }
        });
        String value = row.get("OBS_VALUE");
        String key = structure.key(row);
        cells.put(
                key,
                new DownloadedCell(
                        key,
                        value.isEmpty() ? null : new BigDecimal(value),
                        row.get("OBS_STATUS"),
                        row.get("CONF_STATUS"),
                        others));
    }

    DownloadedCell cell(String key) {
        return cells.get(key);
    }

    /** Returns a name of the cell that no other table has. */
    String name(String key) {
        return release + "/" + structure.dataflow() + "/" + key;
    }
}
