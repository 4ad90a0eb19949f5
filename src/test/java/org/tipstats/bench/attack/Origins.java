package org.tipstats.bench.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Finds out whether a cell was revised between two releases, from the file and the line that its provenance names.
 * Without provenance a cell counts as unrevised if nothing that is published of the area and year has changed.
 */
final class Origins {

    /** Returns the provenance of a cell of a release; a missing node if there is none. */
    @FunctionalInterface
    interface Provenance {
        JsonNode of(String release, PublishedStructure structure, String key);
    }

    private final Provenance provenance;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();

    Origins(Provenance provenance) {
        this.provenance = provenance;
    }

    /** Returns the test for cells of a table and the table of the release before. */
    BiPredicate<DownloadedTable, String> since(DownloadedTable now) {
        return (before, key) -> !now.structure().isGroup(key) && isSame(before, now, key);
    }

    private boolean isSame(DownloadedTable before, DownloadedTable now, String key) {
        String origin = origin(before, key);
        if (!origin.isEmpty()) {
            return origin.equals(origin(now, key));
        }
        return shown(before, key).equals(shown(now, key));
    }

    private String origin(DownloadedTable table, String key) {
        return known.computeIfAbsent(table.name(key), any -> {
            JsonNode source =
                    provenance.of(table.release(), table.structure(), key).path("source");
            return source.isObject()
                    ? source.path("submissionId").asText() + ":"
                            + source.path("line").asText()
                    : "";
        });
    }

    private String shown(DownloadedTable table, String key) {
        PublishedStructure structure = table.structure();
        String area = structure.code(key, PublishedStructure.AREA);
        String year = structure.code(key, PublishedStructure.TIME);
        if (shown.isEmpty() || !shown.containsKey(table.release() + structure.dataflow() + area + year)) {
            Map<String, StringBuilder> texts = new HashMap<>();
            for (DownloadedCell cell : table.cells().values()) {
                texts.computeIfAbsent(
                                table.release()
                                        + structure.dataflow()
                                        + structure.code(cell.key(), PublishedStructure.AREA)
                                        + structure.code(cell.key(), PublishedStructure.TIME),
                                none -> new StringBuilder())
                        .append(cell.key())
                        .append('=')
                        .append(cell.value())
                        .append(';');
            }
            texts.forEach((place, text) -> shown.put(place, text.toString()));
        }
        return shown.get(table.release() + structure.dataflow() + area + year);
    }
}
