package org.tipstats.bench.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Attacks a running service and reports the result: {@code AttackRun http://localhost:8080 [truth]}. The truth is a
 * folder with one folder for each dataflow, which holds the accepted files. Findings can only be judged with it.
 */
public final class AttackRun {

    private static final int MOST_PROGRAMS = 2_000;
    private static final int EXAMPLES = 40;

    private AttackRun() {}

    public static void main(String... arguments) throws IOException {
        PrintStream out = System.out;
        long start = System.nanoTime();
        Download download = new Download(arguments[0]);
        DownloadIntruder intruder = DownloadIntruder.after(download, MOST_PROGRAMS);
        Truth truth =
                arguments.length > 1 ? read(Path.of(arguments[1])) : (release, structure, key) -> OptionalLong.empty();
        out.print(intruder.attack(truth).text(EXAMPLES));
        List<String> hints = WithheldCellDifferences.in(download, intruder.releases());
        out.println("hints: " + hints.size());
        hints.forEach(hint -> out.println("    " + hint));
        for (DownloadedTable table : intruder.releases().get(0).values()) {
            Map<String, Long> guessed = new FileHashes(download, table).guessed();
            out.println("guessed from hashes in " + table.structure().dataflow() + ": " + guessed.size());
        }
        out.printf("%d requests, %.1f s%n", download.requests(), (System.nanoTime() - start) / 1e9);
    }

    private static Truth read(Path folder) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                String dataflow = file.getParent().getFileName().toString();
                try (CSVParser rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(Files.newBufferedReader(file))) {
                    for (CSVRecord row : rows) {
                        if (!row.get("OBS_VALUE").isEmpty()) {
                            counts.put(place(dataflow, row.toMap()), Long.parseLong(row.get("OBS_VALUE")));
                        }
                    }
                }
            }
        }
        return (release, structure, key) -> truth(counts, structure, key);
    }

    private static String place(String dataflow, Map<String, String> row) {
        Map<String, String> codes = new java.util.TreeMap<>(row);
        List.of("OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "COMMENT", "FREQ", "UNIT_MEASURE")
                .forEach(codes::remove);
        return dataflow + codes;
    }

    private static OptionalLong truth(Map<String, Long> counts, PublishedStructure structure, String key) {
        Map<String, String> row = new HashMap<>();
        structure.dimensions().keySet().forEach(dimension -> row.put(dimension, structure.code(key, dimension)));
        List<String> members =
                structure.dimensions().get(PublishedStructure.AREA).below(row.get(PublishedStructure.AREA));
        if (members.isEmpty()) {
            Long count = counts.get(place(structure.dataflow(), row));
            return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        }
        return OptionalLong.of(members.stream()
                .mapToLong(member -> truth(counts, structure, structure.with(key, PublishedStructure.AREA, member))
                        .orElse(0))
                .sum());
    }
}
