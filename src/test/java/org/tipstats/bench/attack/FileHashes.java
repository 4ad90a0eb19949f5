package org.tipstats.bench.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Guesses files from their hashes. Provenance gives the line of each cell and the hash of the file. If only a few cells
 * of a file are withheld, this class writes and hashes all possible files until one fits, and that one is the truth.
 */
final class FileHashes {

    /**
     * The known part of a file.
     *
     * @param keys the keys of its cells by line
     */
    private record KnownFile(String sha256, TreeMap<Integer, String> keys) {}

    private static final int MAX_FILES = 5;
    private static final long MAX_GUESSES = 300;

    private final Download download;
    private final DownloadedTable table;

    FileHashes(Download download, DownloadedTable table) {
        this.download = download;
        this.table = table;
    }

    /** Returns the withheld counts that a hash reveals, by key. */
    Map<String, Long> guessed() {
        Map<String, List<String>> hiddenByArea = new TreeMap<>();
        for (DownloadedCell cell : table.cells().values()) {
            if (isNationalCount(cell.key())) {
                List<String> hidden = hiddenByArea.computeIfAbsent(
                        table.structure().code(cell.key(), PublishedStructure.AREA), any -> new ArrayList<>());
                if (cell.isWithheld()) {
                    hidden.add(cell.key());
                }
            }
        }
        Map<String, Long> guessed = new TreeMap<>();
        int tried = 0;
        for (Map.Entry<String, List<String>> area : hiddenByArea.entrySet()) {
            int hidden = area.getValue().size();
            if (hidden > 0
                    && Math.pow(table.structure().threshold() - 1.0, hidden) <= MAX_GUESSES
                    && tried++ < MAX_FILES) {
                files(area.getKey(), area.getValue()).forEach(file -> guess(file, guessed));
            }
        }
        return guessed;
    }

    private boolean isNationalCount(String key) {
        return !table.structure().isGroup(key)
                && table.structure().code(key, PublishedStructure.UNIT).equals(PublishedStructure.COUNT);
    }

    /**
     * Returns the files of an area whose hash the service shows. Returns none if it shows no hash for a withheld cell: then
     * there is nothing to guess.
     */
    private List<KnownFile> files(String area, List<String> hidden) {
        Map<String, KnownFile> files = new TreeMap<>();
        hidden.forEach(key -> locate(key, files));
        if (!files.isEmpty()) {
            table.cells().keySet().stream()
                    .filter(this::isNationalCount)
                    .filter(key ->
                            table.structure().code(key, PublishedStructure.AREA).equals(area))
                    .forEach(key -> locate(key, files));
        }
        return List.copyOf(files.values());
    }

    private void locate(String key, Map<String, KnownFile> files) {
        JsonNode source =
                download.provenance(table.release(), table.structure(), key).path("source");
        if (source.hasNonNull("sha256") && source.hasNonNull("line")) {
            files.computeIfAbsent(
                            source.path("submissionId").asText(),
                            any -> new KnownFile(source.get("sha256").asText(), new TreeMap<>()))
                    .keys()
                    .put(source.get("line").asInt(), key);
        }
    }

    private void guess(KnownFile file, Map<String, Long> guessed) {
        List<String> hidden = file.keys().values().stream()
                .filter(key -> table.cell(key).isWithheld())
                .toList();
        boolean whole = file.keys().firstKey() == 2
                && file.keys().lastKey() == file.keys().size() + 1;
        if (hidden.isEmpty() || !whole) {
            return;
        }
        Map<String, String> rows = rows(file);
        int base = table.structure().threshold() - 1;
        long guesses = (long) Math.pow(base, hidden.size());
        for (long number = 0; number < guesses; number++) {
            Map<String, Long> values = new TreeMap<>();
            long rest = number;
            for (String key : hidden) {
                values.put(key, 1 + rest % base);
                rest /= base;
            }
            for (int layout = 0; layout < 3; layout++) {
                if (DigestUtils.sha256Hex(text(rows, values, layout)).equals(file.sha256())) {
                    guessed.putAll(values);
                    return;
                }
            }
        }
    }

    private List<String> dimensions() {
        return table.structure().dimensions().keySet().stream()
                .filter(dimension -> !dimension.equals("FREQ") && !dimension.equals(PublishedStructure.UNIT))
                .toList();
    }

    /** Returns the codes of each row of a file, by key. */
    private Map<String, String> rows(KnownFile file) {
        List<String> dimensions = dimensions();
        Map<String, String> rows = new LinkedHashMap<>();
        for (String key : file.keys().values()) {
            StringBuilder codes = new StringBuilder();
            dimensions.forEach(dimension ->
                    codes.append(table.structure().code(key, dimension)).append(','));
            rows.put(key, codes.toString());
        }
        return rows;
    }

    /**
     * Returns the text of the file in one of the usual layouts.
     *
     * @param rows the codes of each row by key
     * @param layout 0 for the value alone, 1 with its status, 2 with both statuses
     */
    private String text(Map<String, String> rows, Map<String, Long> values, int layout) {
        List<String> columns = List.of("OBS_VALUE", "OBS_STATUS", "CONF_STATUS").subList(0, layout + 1);
        StringBuilder text = new StringBuilder(String.join(",", dimensions()))
                .append(',')
                .append(String.join(",", columns))
                .append('\n');
        for (String key : rows.keySet()) {
            text.append(rows.get(key));
            DownloadedCell cell = table.cell(key);
            OptionalLong value = cell.isPublic()
                    ? OptionalLong.of(cell.value().longValueExact())
                    : values.containsKey(key) ? OptionalLong.of(values.get(key)) : OptionalLong.empty();
            text.append(value.isPresent() ? Long.toString(value.getAsLong()) : "");
            text.append(layout < 1 ? "" : value.isPresent() ? ",A" : "," + cell.status());
            text.append(layout < 2 ? "" : value.isPresent() ? "," : "," + cell.confidentiality());
            text.append('\n');
        }
        return text.toString();
    }
}
