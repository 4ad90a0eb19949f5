package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The cells that the author of a file wrote, to compare with the rows that would be stored.
 *
 * @param table the header and the rows
 */
record IntendedCells(List<List<String>> table) {

    /** Returns the cells that would be stored differently from their text and that no finding names. */
    List<String> unseen(Validation validation, Path file, Dataflow flow) throws IOException {
        Set<String> told = new TreeSet<>();
        for (Iterator<Finding> all = validation.findings(); all.hasNext(); ) {
            Finding finding = all.next();
            if (finding.column() != null) {
                told.add(finding.line() + " " + finding.column().name());
            }
        }
        List<String> unseen = new ArrayList<>();
        int record = 0;
        try (ValidatedRows rows = ValidatedRows.open(file, flow)) {
            while (rows.hasNext()) {
                ValidatedRow row = rows.next();
                record++;
                if (record < table.size()) {
                    compare(table.get(record), row, flow, told, unseen);
                }
            }
        }
        if (record != table.size() - 1) {
            unseen.add(record + " rows of " + (table.size() - 1));
        }
        return unseen;
    }

    private void compare(List<String> written, ValidatedRow row, Dataflow flow, Set<String> told, List<String> unseen) {
        String[] key = row.key().split("\\.");
        for (int i = 0; i < written.size(); i++) {
            String id = table.get(0).get(i).strip().toUpperCase(Locale.ROOT);
            Dimension dimension = flow.structure().dimension(id).orElse(null);
            String stored = dimension == null ? other(id, row) : key[dimension.position()];
            String cell = written.get(i).isBlank() ? "" : written.get(i);
            boolean same = cell.equals(stored) || isNormal(id, cell, stored);
            if (!same && !told.contains(row.line() + " " + id)) {
                unseen.add("line " + row.line() + " " + id + ": " + cell + " became " + stored);
            }
        }
    }

    /** Returns whether the normal status is stored for a figure without a status. */
    private static boolean isNormal(String id, String written, String stored) {
        return id.equals("OBS_STATUS") && written.isEmpty() && stored.equals("A");
    }

    private static String other(String id, ValidatedRow row) {
        return switch (id) {
            case "OBS_VALUE" -> row.value() == null ? "" : row.value().toString();
            case "OBS_STATUS" -> row.status();
            default -> row.attributes().getOrDefault(id, "");
        };
    }
}
