package org.tipstats.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.meaning.MappedObservation;

/** Figures of tables as texts that can be compared: the key, then the value, its status and its cells. */
final class TableFigures {

    private TableFigures() {}

    /** Returns the figures of a file that a person wrote; none if it does not exist. */
    static Map<String, String> golden(Path file) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        if (Files.exists(file)) {
            CSVFormat format = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (CSVParser records = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
                for (CSVRecord row : records) {
                    StringBuilder key = new StringBuilder(row.get("DATAFLOW"));
                    for (String each : List.of(
                            "REF_AREA",
                            "SEX",
                            "AGE",
                            "EXPLOITATION",
                            "STAGE",
                            "OFFENCE",
                            "CITIZENSHIP",
                            "TIME_PERIOD")) {
                        key.append(' ').append(row.get(each).isEmpty() ? "" : each + "=" + row.get(each));
                    }
                    String value = row.get("OBS_VALUE") + " " + row.get("OBS_STATUS") + " " + cells(row.get("CELLS"));
                    expected.put(key.toString().replaceAll(" +", " ").strip(), value);
                }
            }
        }
        return expected;
    }

    /** Returns all cells of ranges that are joined by plus signs. */
    private static String cells(String text) {
        TreeSet<String> cells = new TreeSet<>();
        for (String part : text.split("\\+")) {
            CellRange range = CellRange.parse(part).orElseThrow();
            if (range.addressing() == Sheet.Addressing.LINES) {
                cells.add(part);
                continue;
            }
            for (int line = range.firstLine(); line <= range.lastLine(); line++) {
                for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                    cells.add(CellRange.cell(range.sheet(), range.addressing(), line, column)
                            .toString());
                }
            }
        }
        return cells.toString();
    }

    /** Returns the figures of a guess. */
    static Map<String, String> of(Guess guess) {
        Map<String, String> figures = new HashMap<>();
        for (MappedObservation each : guess.observations()) {
            StringBuilder key = new StringBuilder(each.dataflow());
            for (String component : List.of(
                    "REF_AREA", "SEX", "AGE", "EXPLOITATION", "STAGE", "OFFENCE", "CITIZENSHIP", "TIME_PERIOD")) {
                String code = each.key().get(component);
                key.append(code == null ? "" : " " + component + "=" + code);
            }
            String value = (each.value() == null ? "" : each.value().toPlainString()) + " "
                    + each.attributes().get("OBS_STATUS") + " " + new TreeSet<>(each.cells());
            figures.put(key.toString(), value);
        }
        return figures;
    }

    /** Returns how many expected figures a guess has. */
    static int hits(Guess guess, Map<String, String> expected) {
        Map<String, String> found = of(guess);
        return (int) expected.entrySet().stream()
                .filter(each -> each.getValue().equals(found.get(each.getKey())))
                .count();
    }

    /** Returns how many figures of a guess are not expected. */
    static int extra(Guess guess, Map<String, String> expected) {
        return (int) of(guess).entrySet().stream()
                .filter(each -> !each.getValue().equals(expected.get(each.getKey())))
                .count();
    }
}
