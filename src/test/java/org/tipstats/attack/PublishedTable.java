package org.tipstats.attack;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** One dataflow of one release as it is downloaded, in the order of the file. */
record PublishedTable(String release, Structure structure, Map<String, PublishedCell> cells) {

    PublishedTable(String release, Structure structure) {
        this(release, structure, new LinkedHashMap<>());
    }

    /** Adds a row of the CSV. */
    void add(Map<String, String> row) {
        Map<String, String> others = new LinkedHashMap<>();
        row.forEach((column, text) -> {
            boolean said = structure.dimensions().containsKey(column) || column.matches("STRUCTURE.*|ACTION");
            if (!said && !text.isEmpty() && !column.matches("OBS_VALUE|OBS_STATUS|CONF_STATUS")) {
                others.put(column, text);
            }
        });
        String value = row.get("OBS_VALUE");
        String key = structure.key(row);
        cells.put(
                key,
                new PublishedCell(
                        key,
                        value.isEmpty() ? null : new BigDecimal(value),
                        row.get("OBS_STATUS"),
                        row.get("CONF_STATUS"),
                        others));
    }

    PublishedCell cell(String key) {
        return cells.get(key);
    }

    /** A name of the cell that no other table has. */
    String name(String key) {
        return release + "/" + structure.dataflow() + "/" + key;
    }
}
