package org.tipstats.bench.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Searches for differences between withheld cells other than numbers: columns that only some have, the order of rows,
 * the form and headers of replies about single cells, provenance, changes, counts of codes, and the validation of
 * guesses.
 */
final class WithheldCellDifferences {

    private static final int SAMPLE_SIZE = 12;

    private final Download download;
    private final List<Map<String, DownloadedTable>> releases;
    private final List<String> hints = new ArrayList<>();

    private WithheldCellDifferences(Download download, List<Map<String, DownloadedTable>> releases) {
        this.download = download;
        this.releases = releases;
    }

    /** Returns the differences found, as sentences; empty if all withheld cells look alike. */
    static List<String> in(Download download, List<Map<String, DownloadedTable>> releases) {
        WithheldCellDifferences search = new WithheldCellDifferences(download, releases);
        for (Map<String, DownloadedTable> tables : releases) {
            tables.values().forEach(search::table);
        }
        for (int i = 0; i < releases.size(); i++) {
            for (int j = 0; j < releases.size(); j++) {
                if (i != j) {
                    search.changes(releases.get(i), releases.get(j));
                }
            }
        }
        return search.hints;
    }

    private static List<DownloadedCell> withheld(DownloadedTable table) {
        return table.cells().values().stream()
                .filter(DownloadedCell::isWithheld)
                .toList();
    }

    private void table(DownloadedTable table) {
        columns(table);
        order(table);
        json(table);
        codes(table);
        List<DownloadedCell> withheld = withheld(table);
        List<DownloadedCell> sample = new ArrayList<>();
        for (int i = 0; i < withheld.size(); i += 1 + withheld.size() / SAMPLE_SIZE) {
            sample.add(withheld.get(i));
        }
        for (String format : List.of("json", "csv", "json-stat")) {
            replies(table, sample, format);
        }
        for (DownloadedCell cell : sample) {
            provenance(table, cell.key());
            guesses(table, cell.key());
        }
    }

    private void columns(DownloadedTable table) {
        Map<String, TreeSet<String>> shapes = new TreeMap<>();
        for (DownloadedCell cell : withheld(table)) {
            String kind = table.structure().isGroup(cell.key()) ? "groups" : "areas";
            shapes.computeIfAbsent(kind, any -> new TreeSet<>())
                    .add(new TreeSet<>(cell.others().keySet()).toString());
            if (cell.others().containsKey("LOWER_BOUND") || cell.others().containsKey("UPPER_BOUND")) {
                hints.add("bounds of the withheld " + table.name(cell.key()));
            }
        }
        shapes.forEach((kind, found) -> {
            found.removeIf(columns -> columns.equals("[N_AREAS, N_MASKED, N_REPORTING]"));
            if (found.size() > 1) {
                hints.add("withheld cells of " + kind + " in " + table.release() + "/"
                        + table.structure().dataflow() + " have different columns: " + found);
            }
        });
    }

    private void order(DownloadedTable table) {
        Comparator<String> byCodes = Comparator.comparing(key -> 0);
        for (Map.Entry<String, DownloadedCodeList> dimension :
                table.structure().dimensions().entrySet()) {
            Map<String, Integer> place = new TreeMap<>();
            dimension.getValue().codes().forEach(code -> place.put(code, place.size()));
            byCodes = byCodes.thenComparing(key -> {
                String code = table.structure().code(key, dimension.getKey());
                return place.isEmpty() ? Integer.parseInt(code) : place.get(code);
            });
        }
        String before = null;
        for (String key : table.cells().keySet()) {
            if (before != null && byCodes.compare(before, key) >= 0) {
                hints.add("the order of rows is not that of the codes at " + table.name(key));
                return;
            }
            before = key;
        }
    }

    private void json(DownloadedTable table) {
        List<JsonNode> observations =
                download.observations(table.release(), table.structure().dataflow());
        Map<String, TreeSet<String>> shapes = new TreeMap<>();
        Iterator<DownloadedCell> cells = table.cells().values().iterator();
        for (JsonNode observation : observations) {
            DownloadedCell cell = cells.hasNext() ? cells.next() : null;
            boolean shown = !observation.path("OBS_VALUE").isNull();
            if (cell == null || cell.isPublic() != shown) {
                hints.add("CSV and JSON of " + table.release() + "/"
                        + table.structure().dataflow() + " show different cells");
                return;
            }
            if (cell.isWithheld()) {
                List<String> fields = new ArrayList<>();
                observation.fieldNames().forEachRemaining(fields::add);
                fields.remove("POP_COVERAGE");
                shapes.computeIfAbsent(
                                table.structure().isGroup(cell.key()) ? "groups" : "areas", any -> new TreeSet<>())
                        .add(fields.toString());
            }
        }
        shapes.values().stream().filter(found -> found.size() > 1).forEach(found -> hints.add("JSON has " + found));
    }

    private void codes(DownloadedTable table) {
        JsonNode codes =
                download.json("/api/v1/data/" + table.structure().dataflow() + "/codes?release=" + table.release());
        if (codes.path("total").asInt() != table.cells().size()) {
            hints.add("/codes counts other cells than the table of "
                    + table.structure().dataflow() + " has");
        }
    }

    /** Checks that replies about single withheld cells are equal, except for the codes and the tag. */
    private void replies(DownloadedTable table, List<DownloadedCell> sample, String format) {
        Map<String, TreeSet<String>> shapes = new TreeMap<>();
        for (DownloadedCell cell : sample) {
            HttpResponse<String> reply = download.cell(table.release(), table.structure(), cell.key(), format);
            // The part above the rows is the same for all cells of a table.
            String body =
                    reply.body().substring(format.equals("csv") ? reply.body().indexOf('\n') : 0);
            for (String code : cell.key().split("\\.")) {
                body = body.replace(":\"" + code + "\"", ":\"*\"").replace("," + code + ",", ",*,");
            }
            boolean group = table.structure().isGroup(cell.key());
            if (group || format.equals("json-stat")) {
                body = "";
            }
            String shape = reply.statusCode() + " "
                    + new TreeSet<>(reply.headers().map().keySet()) + " "
                    + reply.headers().firstValue("cache-control").orElse("") + " " + body;
            shapes.computeIfAbsent(group ? "groups" : "areas", any -> new TreeSet<>())
                    .add(shape);
        }
        shapes.forEach((kind, found) -> {
            if (found.size() > 1) {
                hints.add(format + " replies about withheld cells of " + kind + " differ: " + found);
            }
        });
    }

    private void provenance(DownloadedTable table, String key) {
        PublishedStructure structure = table.structure();
        JsonNode provenance = download.provenance(table.release(), structure, key);
        for (JsonNode part : provenance.path("contributions")) {
            String count = structure.with(key, PublishedStructure.UNIT, PublishedStructure.COUNT);
            DownloadedCell shown = table.cell(structure.with(
                    count, PublishedStructure.AREA, part.get("REF_AREA").asText()));
            if (!part.path("OBS_VALUE").isNull() && (shown == null || !shown.isPublic())) {
                hints.add("provenance of " + table.name(key) + " shows what is withheld of " + part.get("REF_AREA"));
            }
        }
    }

    private void changes(Map<String, DownloadedTable> now, Map<String, DownloadedTable> before) {
        String release = now.values().iterator().next().release();
        String since = before.values().iterator().next().release();
        for (JsonNode change : download.changes(release, since)) {
            String dataflow = change.get("dataflow").asText();
            if (!now.containsKey(dataflow)) {
                continue;
            }
            PublishedStructure structure = now.get(dataflow).structure();
            Map<String, String> codes = new TreeMap<>();
            change.get("key")
                    .properties()
                    .forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
            String key = structure.key(codes);
            boolean hiddenBefore = isHidden(before.get(dataflow).cell(key));
            boolean hiddenNow = isHidden(now.get(dataflow).cell(key));
            if (hiddenBefore && hiddenNow
                    || hiddenBefore && !change.path("old").path("OBS_VALUE").isNull()
                    || hiddenNow && !change.path("new").path("OBS_VALUE").isNull()) {
                hints.add("/changes tells of the hidden " + now.get(dataflow).name(key) + ": " + change);
            }
        }
    }

    private static boolean isHidden(DownloadedCell cell) {
        return cell != null && !cell.isPublic();
    }

    /**
     * Checks that validation treats all guesses of a cell alike: either all are revisions or none is. It compares with the
     * newest release, so others tell nothing. Skips groups, because their sums are made of public figures.
     */
    private void guesses(DownloadedTable table, String key) {
        PublishedStructure structure = table.structure();
        if (!table.release().equals(last())
                || structure.isGroup(key)
                || !structure.code(key, PublishedStructure.UNIT).equals(PublishedStructure.COUNT)) {
            return;
        }
        TreeSet<String> answers = new TreeSet<>();
        for (int guess = 1; guess < structure.threshold(); guess++) {
            String file = String.join(",", structure.dimensions().keySet()) + ",OBS_VALUE\n" + key.replace('.', ',')
                    + "," + guess + "\n";
            boolean revision = false;
            for (JsonNode group :
                    download.validation(structure.dataflow(), file).path("summary")) {
                revision |= group.path("rule").asText().equals("revision");
            }
            answers.add(revision ? "a revision" : "no revision");
        }
        if (answers.size() > 1) {
            hints.add("validation answers guesses of " + table.name(key) + " differently: " + answers);
        }
    }

    private String last() {
        return releases.get(releases.size() - 1).values().iterator().next().release();
    }
}
