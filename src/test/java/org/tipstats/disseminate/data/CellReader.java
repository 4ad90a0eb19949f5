package org.tipstats.disseminate.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.tipstats.files.parquet.ReadParquet;

/**
 * Reads the observations of a reply in any format, as texts by component. Numbers have no trailing zeros; empty values
 * are absent.
 */
final class CellReader {

    private static final Set<String> NOT_COMPONENTS = Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION");

    private CellReader() {}

    static List<Map<String, String>> json(byte[] body) throws IOException {
        List<Map<String, String>> cells = new ArrayList<>();
        for (JsonNode observation : new ObjectMapper().readTree(body).path("observations")) {
            Map<String, String> cell = new TreeMap<>();
            observation.properties().forEach(field -> put(cell, field.getKey(), text(field.getValue())));
            cells.add(cell);
        }
        return cells;
    }

    /**
     * Returns the JSON type of each component: {@code text} or {@code number}. A year counts as a number, as in all
     * formats with types.
     */
    static List<Map<String, String>> kindsOfJson(byte[] body) throws IOException {
        List<Map<String, String>> cells = new ArrayList<>();
        for (JsonNode observation : new ObjectMapper().readTree(body).path("observations")) {
            Map<String, String> kinds = new TreeMap<>();
            observation.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    boolean number =
                            field.getValue().isNumber() || field.getKey().equals("TIME_PERIOD");
                    kinds.put(field.getKey(), number ? "number" : "text");
                }
            });
            cells.add(kinds);
        }
        return cells;
    }

    static List<Map<String, String>> kindsOfXlsx(byte[] body) {
        OpenedWorkbook workbook = new OpenedWorkbook(body);
        String data = workbook.sheets().get(0);
        List<String> header = workbook.rows(data).get(0);
        List<List<String>> rows = workbook.kinds(data);
        List<Map<String, String>> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> kinds = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    kinds.put(header.get(i), row.get(i));
                }
            }
            cells.add(kinds);
        }
        return cells;
    }

    static List<Map<String, String>> kindsOfParquet(byte[] body) {
        List<Map<String, String>> cells = new ArrayList<>();
        for (Map<String, Object> row : new ReadParquet(body).rows()) {
            Map<String, String> kinds = new TreeMap<>();
            row.forEach((column, value) -> kinds.put(column, value instanceof Number ? "number" : "text"));
            cells.add(kinds);
        }
        return cells;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static void put(Map<String, String> cell, String component, String text) {
        if (text != null && !text.isEmpty() && !NOT_COMPONENTS.contains(component)) {
            cell.put(
                    component,
                    component.matches("OBS_VALUE|.*_BOUND|POP_COVERAGE") ? plain(new BigDecimal(text)) : text);
        }
    }

    static List<Map<String, String>> csv(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        List<Map<String, String>> cells = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(new StringReader(text))) {
            Map<String, String> cell = new TreeMap<>();
            row.toMap().forEach((column, value) -> put(cell, column, value));
            cells.add(cell);
        }
        return cells;
    }

    static List<Map<String, String>> xlsx(byte[] body) {
        OpenedWorkbook workbook = new OpenedWorkbook(body);
        List<List<String>> rows = workbook.rows(workbook.sheets().get(0));
        List<Map<String, String>> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cell = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                put(cell, rows.get(0).get(i), row.get(i));
            }
            cells.add(cell);
        }
        return cells;
    }

    static List<Map<String, String>> parquet(byte[] body) {
        List<Map<String, String>> cells = new ArrayList<>();
        for (Map<String, Object> row : new ReadParquet(body).rows()) {
            Map<String, String> cell = new TreeMap<>();
            row.forEach((column, value) -> put(cell, column, value.toString()));
            cells.add(cell);
        }
        return cells;
    }

    /**
     * Reads an archive with one file for each year, whose folder names the year, and restores the order of the keys.
     */
    static List<Map<String, String>> parts(byte[] body, List<Map<String, String>> order) throws IOException {
        List<Map<String, String>> cells = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String[] folder = entry.getName().split("/")[0].split("=");
                for (Map<String, String> cell : parquet(zip.readAllBytes())) {
                    cell.put(folder[0], folder[1]);
                    cells.add(cell);
                }
            }
        }
        cells.sort(Comparator.comparingInt(order::indexOf));
        return cells;
    }

    /** Reads a JSON-stat dataset. It splits each cell number into positions by the sizes of the dimensions. */
    static List<Map<String, String>> jsonStat(byte[] body) throws IOException {
        JsonNode dataset = new ObjectMapper().readTree(body);
        Map<Long, Map<String, String>> cells = new TreeMap<>();
        add("OBS_VALUE", dataset.path("value"), dataset, cells);
        add("OBS_STATUS", dataset.path("status"), dataset, cells);
        dataset.at("/extension/attributes")
                .properties()
                .forEach(attribute -> add(attribute.getKey(), attribute.getValue(), dataset, cells));
        return new ArrayList<>(cells.values());
    }

    private static void add(
            String component, JsonNode byNumber, JsonNode dataset, Map<Long, Map<String, String>> cells) {
        byNumber.properties().forEach(entry -> {
            long number = Long.parseLong(entry.getKey());
            put(cells.computeIfAbsent(number, at -> key(at, dataset)), component, text(entry.getValue()));
        });
    }

    private static Map<String, String> key(long number, JsonNode dataset) {
        Map<String, String> key = new TreeMap<>();
        long rest = number;
        for (int d = dataset.path("id").size() - 1; d >= 0; d--) {
            String id = dataset.path("id").get(d).asText();
            int size = dataset.path("size").get(d).asInt();
            key.put(
                    id,
                    dataset.at("/dimension/" + id + "/category/index")
                            .get((int) (rest % size))
                            .asText());
            rest /= size;
        }
        return key;
    }
}
