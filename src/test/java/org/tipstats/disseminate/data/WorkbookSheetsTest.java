package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the sheets next to the data agree with the API. */
@QuarkusTest
class WorkbookSheetsTest {

    private static final int COVERAGE_COLUMNS = 15;

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path + response.asString());
        return response;
    }

    private static OpenedWorkbook workbook(String query) {
        return new OpenedWorkbook(
                get(DATA + "?release=" + RELEASE + "&format=xlsx&" + query).asByteArray());
    }

    private static List<List<String>> notes(String query) {
        OpenedWorkbook workbook = workbook(query);
        return workbook.rows(workbook.sheets().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "zh"})
    void theNotesNameTheDataflowTheReleaseAndTheColumns(String language) {
        String query = "REF_AREA=057,children(057)&lang=" + language;
        List<List<String>> notes = notes(query + "&limit=7");
        Response dataflow = get("/api/v1/dataflows/VICTIMS?lang=" + language);
        assertEquals(List.of(dataflow.<String>path("name")), notes.get(0));

        List<String> said = notes.stream()
                .filter(row -> row.size() > 1)
                .map(row -> row.get(1))
                .toList();
        Response release = get("/api/v1/releases/" + RELEASE);
        int total = get(DATA + "?release=" + RELEASE + "&limit=1&" + query).path("total");
        assertTrue(
                said.containsAll(List.of(
                        "TIPSTATS:VICTIMS(1.0.0)",
                        dataflow.<String>path("description"),
                        RELEASE + ": " + release.path("title"),
                        release.<String>path("publishedAt"),
                        release.<String>path("contentHash"),
                        "7 / " + total)),
                said.toString());

        Map<String, String> names = new LinkedHashMap<>();
        for (String kind : List.of("dimensions", "attributes")) {
            dataflow.<List<Map<String, String>>>path(kind)
                    .forEach(component -> names.put(component.get("id"), component.get("name")));
        }
        OpenedWorkbook workbook = workbook(query);
        List<String> header = workbook.rows(workbook.sheets().get(0)).get(0);
        List<List<String>> columns = notes.subList(notes.size() - header.size(), notes.size());
        assertEquals(header, columns.stream().map(row -> row.get(0)).toList());
        columns.stream()
                .filter(row -> !row.get(0).equals("OBS_VALUE"))
                .forEach(row -> assertEquals(names.get(row.get(0)), row.get(1)));
    }

    /** The threshold of victims is 5, so a provider may mask values from 0 to 4. */
    @Test
    void theNotesTellTheKindsOfAbsenceApart() {
        Map<String, String> meanings = new TreeMap<>();
        for (List<String> row : notes("REF_AREA=PLW")) {
            for (String status : List.of("L", "M")) {
                if (row.get(0).matches("OBS_STATUS ([A-Z]+, )*" + status + "(, [A-Z]+)*")) {
                    meanings.put(status, row.get(1));
                }
            }
            if (row.get(0).startsWith("OBS_STATUS Q, CONF_STATUS ")) {
                meanings.put("Q" + row.get(0).substring(row.get(0).length() - 1), row.get(1));
            }
        }
        assertEquals(
                Map.of(
                        "L", "No value: it exists or may exist, but was not reported.",
                        "M", "No value: not applicable.",
                        "QA", "No value; kept back by the country.",
                        "QC", "No value; withheld: a small count, or to protect another figure."),
                meanings);
    }

    private static Map<String, List<String>> coverage(String query) {
        OpenedWorkbook workbook = workbook(query);
        List<List<String>> rows = workbook.rows(workbook.sheets().get(2));
        assertEquals(COVERAGE_COLUMNS, rows.get(0).size());
        Map<String, List<String>> coverage = new TreeMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> padded = new ArrayList<>(row);
            while (padded.size() < COVERAGE_COLUMNS) {
                padded.add("");
            }
            coverage.put(row.get(0) + " " + row.get(2), padded.subList(3, COVERAGE_COLUMNS));
        }
        return coverage;
    }

    /**
     * The expected columns: observations, values, zeros, masked, withheld, missing, not applicable; then areas,
     * reporting areas (fewest, most) and population (least, largest).
     */
    @Test
    void theCoverageOfTheSampleIsThatOfItsTable() {
        Map<String, List<String>> coverage = coverage("REF_AREA=057,children(057)&UNIT_MEASURE=NUMBER&" + ORGANS_2003);
        Map<String, String> expected = Map.of(
                "057", "1,1,0,0,0,0,0,8,5,5,62.5,62.5",
                "PLW", "1,1,0,0,0,0,0,,,,,",
                "FSM", "1,1,1,0,0,0,0,,,,,",
                "KIR", "1,0,0,1,0,0,0,,,,,",
                "MHL", "1,0,0,0,1,0,0,,,,,",
                "NRU", "1,0,0,0,0,1,0,,,,,",
                "GUM", "1,0,0,0,0,0,1,,,,,");
        expected.forEach((area, row) -> assertEquals(row, String.join(",", coverage.get(area + " 2003")), area));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF_AREA=057,children(057)", "OBS_STATUS=Q,L,M&REF_AREA=children(057)", "REF_AREA=ATA"})
    void theCoverageIsCountedFromTheCellsOfTheSelection(String query) {
        List<Map<String, Object>> cells =
                get(DATA + "?release=" + RELEASE + "&limit=10000&" + query).path("observations");
        Map<String, List<Map<String, Object>>> groups = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.get("UNIT_MEASURE").equals("NUMBER"))
                .forEach(cell -> groups.computeIfAbsent(
                                cell.get("REF_AREA") + " " + cell.get("TIME_PERIOD"), none -> new ArrayList<>())
                        .add(cell));
        assertEquals(query.contains("ATA"), groups.isEmpty());
        Map<String, List<String>> expected = new TreeMap<>();
        groups.forEach((place, counts) -> expected.put(place, tally(counts)));
        assertEquals(expected, coverage(query));
    }

    private static List<String> tally(List<Map<String, Object>> cells) {
        int[] counts = new int[7];
        for (Map<String, Object> cell : cells) {
            String status = cell.get("OBS_STATUS") + "/" + cell.get("CONF_STATUS");
            counts[0]++;
            if (cell.get("OBS_VALUE") != null) {
                counts[1]++;
                counts[2] += number(cell.get("OBS_VALUE")).signum() == 0 ? 1 : 0;
            } else {
                counts[status.equals("Q/A") ? 3 : status.equals("Q/C") ? 4 : status.startsWith("L/") ? 5 : 6]++;
            }
        }
        List<String> tally = new ArrayList<>();
        Arrays.stream(counts).forEach(count -> tally.add(Integer.toString(count)));
        List<String> bounds = new ArrayList<>();
        for (String component : List.of("N_AREAS", "N_REPORTING", "POP_COVERAGE")) {
            List<BigDecimal> numbers = cells.stream()
                    .map(cell -> cell.get(component))
                    .filter(Objects::nonNull)
                    .map(WorkbookSheetsTest::number)
                    .sorted()
                    .toList();
            bounds.add(numbers.isEmpty() ? "" : text(numbers.get(0)));
            bounds.add(numbers.isEmpty() ? "" : text(numbers.get(numbers.size() - 1)));
        }
        tally.addAll(bounds.subList(1, bounds.size()));
        return tally;
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(json.toString());
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
