package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/** Tests the page of recipes: its addresses work, and its figures are those of the sample data. */
@QuarkusTest
class RecipesTest {

    private static final String RELEASE = "recipes-1";
    private static final String SERVICE = "http://localhost:8080";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile(SERVICE + "(/api/v1/data/[^\"'>\\s]+)");
    private static final List<String> SEXES = List.of("_T", "F", "M");

    @Inject
    TestReleases releases;

    private static String page() throws IOException {
        return Files.readString(Path.of("src", "docs", "recipes.md"));
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    @Test
    void everyProgramAsksTheSameQuestion() throws IOException {
        Set<String> programs = new TreeSet<>();
        Set<String> questions = new TreeSet<>();
        for (MatchResult block : all(BLOCK, page())) {
            for (MatchResult address : all(ADDRESS, block.group(2))) {
                programs.add(block.group(1));
                questions.add(address.group(1).replaceAll("&(format|header|bom|labels)=[^&]*", ""));
            }
        }
        assertEquals(Set.of("sh", "r", "python", "js", "powerquery", "stata"), programs);
        assertEquals(1, questions.size(), questions.toString());
        assertTrue(questions.iterator().next().contains("release=demo"));
    }

    @Test
    void everyAddressIsAnsweredWithTheFigures() throws IOException {
        releases.accept(
                "VICTIMS",
                "VAT",
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n"
                        + "VAT,_T,_T,_T,2001,100\nVAT,F,_T,_T,2001,60\nVAT,M,_T,_T,2001,40\n");
        releases.publish(RELEASE);
        List<MatchResult> addresses = all(ADDRESS, page());
        assertTrue(addresses.size() >= 9, addresses.size() + " addresses");
        for (MatchResult found : addresses) {
            String address = found.group(1)
                    .replace("release=demo", "release=" + RELEASE)
                    .replace("AUT", "VAT")
                    .replace("2010:2016", "2001:2001");
            Response reply = given().urlEncodingEnabled(false).get(address);
            assertEquals(200, reply.statusCode(), address);
            List<String> figures = cells(address, reply.asByteArray()).stream()
                    .filter(cell -> cell.get("REF_AREA").startsWith("VAT"))
                    .map(cell -> cell.get("SEX") + " " + cell.get("OBS_VALUE"))
                    .sorted()
                    .toList();
            assertEquals(List.of("F 60", "M 40", "_T 100"), figures, address);
        }
    }

    private static List<Map<String, String>> cells(String address, byte[] body) throws IOException {
        if (address.contains("format=xlsx")) {
            return CellReader.xlsx(body);
        }
        boolean marked = new String(body, StandardCharsets.UTF_8).startsWith("\uFEFF");
        assertEquals(address.contains("bom=true"), marked, address);
        return address.contains("format=csv") ? CellReader.csv(body) : CellReader.json(body);
    }

    @Test
    void spreadsheetsFindTheColumnsThatTheyName() throws IOException {
        String query = all(BLOCK, page()).stream()
                .filter(block -> block.group(1).equals("powerquery"))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
        Set<String> named = all(Pattern.compile("\\{\"([A-Z_]+)\", "), query).stream()
                .map(column -> column.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(7, named.size());
        String header = given().get("/api/v1/data/VICTIMS?TIME_PERIOD=2001&REF_AREA=ATA&format=csv&header=plain")
                .asString()
                .lines()
                .findFirst()
                .orElseThrow();
        named.removeAll(List.of(header.split(",")));
        assertEquals(Set.of(), named);
        assertTrue(header.startsWith("FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,"), "text in Stata");
    }

    @Test
    void itsFiguresOfEuropeAreThoseOfTheSampleData() throws IOException {
        Cube compiled = SampleCubes.compiled("VICTIMS");
        List<String[]> rows = rows(6);
        assertEquals(7, rows.size());
        for (String[] row : rows) {
            for (int i = 0; i < SEXES.size(); i++) {
                assertEquals(
                        new BigDecimal(row[i + 1]),
                        find(compiled, "150", SEXES.get(i), row[0]).value(),
                        row[0]);
            }
            Coverage coverage = find(compiled, "150", "_T", row[0]).coverage();
            assertEquals(row[4], coverage.reporting() + " of " + coverage.areas(), row[0]);
            assertEquals(row[5], coverage.population().toPlainString() + " %", row[0]);
        }
    }

    @Test
    void itsFiguresOfAustriaAreThoseThatAustriaReported() throws IOException {
        Cube accepted = SampleCubes.accepted("VICTIMS");
        List<String[]> rows = rows(4);
        assertEquals(6, rows.size());
        int open = 0;
        for (String[] row : rows) {
            for (int i = 0; i < SEXES.size(); i++) {
                if (!row[i + 1].equals("withheld")) {
                    open++;
                    assertEquals(
                            new BigDecimal(row[i + 1]),
                            find(accepted, "AUT", SEXES.get(i), row[0]).value(),
                            row[0]);
                }
            }
        }
        assertEquals(16, open);
    }

    private static Observation find(Cube cube, String area, String sex, String year) {
        String key = String.join(".", "A", area, sex, "_T", "_T", "NUMBER", year);
        return cube.find(cube.space().parse(key).orElseThrow()).orElseThrow();
    }

    /** Returns the rows of the table with this number of columns. A row begins with a year. */
    private static List<String[]> rows(int columns) throws IOException {
        return page().lines()
                .filter(line -> line.matches("\\| \\d{4} \\|.*"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .filter(row -> row.length == columns)
                .toList();
    }
}
