package org.tipstats.site.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.collect.entry.EntrySheet;
import org.tipstats.collect.entry.EntrySheet.PartsSum;
import org.tipstats.collect.entry.EntrySheet.SheetCell;
import org.tipstats.collect.entry.EntrySheet.SheetGroup;
import org.tipstats.collect.entry.EntrySheet.SheetRow;
import org.tipstats.collect.entry.EntrySubmissionService.EntryFinding;
import org.tipstats.site.frame.PageTexts;

/** The table of the form. Its texts are made here and not in the template, because a table may have 10,000 cells. */
record EntryTable(List<EntryTableGroup> groups) {

    /**
     * Rows under a common heading.
     *
     * @param id the id of the heading
     * @param title empty for rows without a heading
     */
    record EntryTableGroup(String id, String title, List<EntryTableRow> rows) {}

    /**
     * A row.
     *
     * @param key the key of the row's figure in the first year
     * @param sums by dimension, the numbers of the rows that add up to this row, as the script reads them:
     *     {@code Sex:1,2,3;Age:5,6}
     */
    record EntryTableRow(String key, String id, int depth, String name, String sums, List<EntryTableCell> cells) {}

    /**
     * A cell.
     *
     * @param label the ids of the headings of the cell
     * @param filled true if the cell has a text, an accepted figure, sums or a finding
     * @param given the accepted figure; null if there is none
     * @param sums the sums of the parts, as the script writes them: {@code Σ Sex 68 > 61}
     * @param found the first finding about the figure; null if there is none
     */
    record EntryTableCell(
            String key,
            String label,
            String typed,
            boolean filled,
            String given,
            List<String> sums,
            EntryFinding found) {}

    static EntryTable of(EntrySheet sheet, Map<String, EntryFinding> found, PageTexts t) {
        List<EntryTableGroup> groups = new ArrayList<>();
        for (SheetGroup group : sheet.groups()) {
            String id = "g" + groups.size();
            String title = title(group, t);
            String heading = title.isEmpty() ? "" : id + " ";
            groups.add(new EntryTableGroup(
                    id,
                    title,
                    group.rows().stream()
                            .map(row -> row(row, heading, found, t))
                            .toList()));
        }
        return new EntryTable(groups);
    }

    private static String title(SheetGroup group, PageTexts t) {
        List<String> parts = new ArrayList<>();
        group.heads().forEach(code -> parts.add(t.of(code.name())));
        if (group.dimension() != null) {
            parts.add(t.name(group.dimension()));
        }
        return String.join(" · ", parts);
    }

    private static EntryTableRow row(SheetRow row, String heading, Map<String, EntryFinding> found, PageTexts t) {
        List<String> names = row.sums().stream()
                .map(sum -> t.name(sum.dimension()).replaceAll("[:;]", " "))
                .toList();
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String rows = row.sums().get(i).rows().stream().map(String::valueOf).collect(Collectors.joining(","));
            sums.add(names.get(i) + ":" + rows);
        }
        String id = "r" + row.number();
        return new EntryTableRow(
                row.cells().get(0).key(),
                id,
                row.depth(),
                row.code() == null ? t.say("entry.total") : t.of(row.code().name()),
                String.join(";", sums),
                row.cells().stream()
                        .map(cell -> cell(cell, heading + id, names, found.get(cell.key())))
                        .toList());
    }

    private static EntryTableCell cell(SheetCell cell, String headings, List<String> names, EntryFinding found) {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            PartsSum sum = cell.sums().get(i);
            if (sum != null) {
                boolean larger = cell.count() != null && sum.value() > cell.count();
                sums.add("Σ " + names.get(i) + (sum.open() ? " ≥ " : " ") + sum.value()
                        + (larger ? " > " + cell.count() : ""));
            }
        }
        return new EntryTableCell(
                cell.key(),
                headings + " y" + cell.year(),
                cell.typed(),
                !cell.typed().isEmpty() || cell.held() != null || !sums.isEmpty() || found != null,
                cell.held(),
                sums,
                found);
    }
}
