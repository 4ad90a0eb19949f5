package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Makes files from the parts of the public table by citizenship and by country of repatriation, one for each area. The
 * table names countries in free text; only names that lead to exactly one code are used.
 */
final class PublicTableFiles {

    private final Suggestions suggestions;
    private final Set<String> areas = new TreeSet<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, Map<String, String>> values = new TreeMap<>();
    private int rows;
    private int unnamed;
    private int doubled;

    private PublicTableFiles(CodeList countries) {
        this.suggestions = Suggestions.of(countries);
        countries.codes().forEach(code -> areas.add(code.id()));
    }

    /**
     * Writes the files of a dataflow into a folder.
     *
     * @return a line with the number of rows that were used
     */
    static String write(Path table, Dataflow dataflow, String dimension, Path folder) throws IOException {
        PublicTableFiles countries = new PublicTableFiles(
                dataflow.structure().dimension(dimension).orElseThrow().codes());
        countries.read(table);
        countries.write(dimension, dataflow.structure().dimension("SEX").isPresent(), folder);
        return "%s: %d rows, %d labels; %d rows whose label names no single country, %d whose key is there already"
                .formatted(dataflow.id(), countries.rows, countries.codes.size(), countries.unnamed, countries.doubled);
    }

    private void read(Path table) throws IOException {
        Dialect dialect = Dialect.detect(table, StandardCharsets.UTF_8, header -> true);
        try (CsvReader reader = CsvReader.open(table, dialect)) {
            List<String> header = Arrays.asList(reader.header().orElseThrow().cells());
            int[] columns = List.of("Iso3_code", "Category", "Year", "txtVALUE").stream()
                    .mapToInt(header::indexOf)
                    .toArray();
            while (reader.hasNext()) {
                String[] cells = reader.next().cells();
                take(cells[columns[0]], cells[columns[1]], cells[columns[2]], cells[columns[3]]);
            }
        }
    }

    private void take(String area, String label, String year, String value) {
        rows++;
        List<String> meant = codes.computeIfAbsent(label, suggestions::forText);
        if (meant.size() != 1 || !areas.contains(area)) {
            unnamed++;
            return;
        }
        String figure = value.equals("<5") ? ",Q,A" : value.replace(",", "") + ",A,F";
        String key = meant.get(0) + "," + year;
        boolean isNew = values.computeIfAbsent(area, a -> new TreeMap<>()).putIfAbsent(key, figure) == null;
        doubled += isNew ? 0 : 1;
    }

    private void write(String dimension, boolean bySex, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Map<String, String>> area : values.entrySet()) {
            StringBuilder file = new StringBuilder("REF_AREA,").append(dimension);
            file.append(bySex ? ",SEX" : "").append(",TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n");
            area.getValue().forEach((key, figure) -> {
                int comma = key.indexOf(',');
                file.append(area.getKey()).append(',').append(key, 0, comma);
                file.append(bySex ? ",_T" : "").append(key.substring(comma)).append(',');
                file.append(figure).append('\n');
            });
            Files.writeString(folder.resolve(area.getKey() + ".csv"), file);
        }
    }
}
