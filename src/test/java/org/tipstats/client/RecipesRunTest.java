package org.tipstats.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the recipes of the documentation unchanged with their programs and compares what they read with the API. */
@QuarkusTest
class RecipesRunTest {

    private static final String PAGE = "recipes.md";
    private static final String QUESTION = "AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2010:2016&release="
            + ClientSample.RELEASE + "&REF_AREA=";

    @Inject
    ClientSample sample;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private String recipe(String heading, int number) throws IOException {
        List<DocumentationCode> below = DocumentationCode.of(PAGE).stream()
                .filter(each -> each.heading().equals(heading))
                .toList();
        return ClientSample.ask(below.get(number - 1).at(root));
    }

    private static List<String> expected() {
        List<String> cells = ClientSample.cells(QUESTION + "SHN," + ClientSample.REGION + "&SEX=F,M,_T");
        assertTrue(cells.containsAll(ClientSample.TOTALS.stream()
                .filter(cell -> cell.contains("SHN"))
                .toList()));
        assertTrue(cells.contains("A SHN F _T _T NUMBER 2010 60 A") && cells.contains("A SHN F _T _T NUMBER 2013 - Q"));
        return cells;
    }

    @Test
    void curlHasAllCells() throws IOException, InterruptedException {
        List<String> cells = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        String printed = ClientProgram.SHELL.run(recipe("curl", 1));
        for (CSVRecord row : format.parse(new StringReader(printed))) {
            List<String> cell = new ArrayList<>(List.of(row.values()).subList(0, 7));
            cell.add(ClientSample.number(row.get("OBS_VALUE"), "-"));
            cell.add(row.get("OBS_STATUS"));
            cells.add(String.join(" ", cell));
        }
        assertEquals(expected(), cells.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'cells(victims, \"TIME_PERIOD\", \"OBS_VALUE\")'",
        "2, 'cells(message$observations, \"TIME_PERIOD\", \"OBS_VALUE\")'",
    })
    void rHasAllCells(int number, String call) throws IOException, InterruptedException {
        assertEquals(expected(), ClientProgram.R.cells(recipe("R", number), call));
    }

    /** rsdmx cannot name a release, so this test asks for the same data of the latest one. */
    @Test
    void rsdmxHasAllCells() throws IOException, InterruptedException {
        String call = "cells(as.data.frame(victims), \"obsTime\", \"obsValue\")";
        List<String> cells = ClientProgram.R.cells(recipe("R", 3), call);
        assertEquals(
                ClientSample.cells("AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2010:2016"
                        + "&REF_AREA=SHN,002&SEX=F,M,_T"),
                cells);
    }

    @Test
    void pandasHasAllCells() throws IOException, InterruptedException {
        assertEquals(expected(), ClientProgram.PYTHON.cells(recipe("Python", 2), "cells(victims)"));
    }

    @Test
    void pythonPrintsTheRegionWithItsCoverage() throws IOException, InterruptedException {
        assertEquals(region("", "", ""), plain(ClientProgram.PYTHON.run(recipe("Python", 1))));
    }

    @Test
    void javaScriptPrintsTheRegionWithItsCoverage() throws IOException, InterruptedException {
        assertEquals(
                region(ClientSample.RELEASE + " ", "null", "undefined"),
                plain(ClientProgram.NODE.run(recipe("JavaScript", 1))));
    }

    private static List<String> region(String first, String none, String absent) {
        List<String> lines = ClientSample.observations(QUESTION + ClientSample.REGION + "&SEX=_T").stream()
                .map(each -> first + each.get("TIME_PERIOD") + " " + ClientSample.number(each.get("OBS_VALUE"), none)
                        + " " + each.get("N_REPORTING") + " of " + each.get("N_AREAS") + " "
                        + ClientSample.number(each.get("POP_COVERAGE"), absent))
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.matches(".*2010 .+ of [0-9]+ [0-9.]+")), lines.toString());
        return lines;
    }

    /** Removes the decimal zero that some programs print after whole numbers. */
    private static List<String> plain(String printed) {
        return printed.replaceAll("(\\d)\\.0\\b", "$1").lines().toList();
    }
}
