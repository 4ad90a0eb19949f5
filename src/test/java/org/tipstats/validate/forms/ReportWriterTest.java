package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.Golden;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;

class ReportWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static byte[] json(Given given, long from, String next) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ReportWriter(given.flow(), "en")
                    .write(validation.report(), Given.findings(validation, from), next, out);
            return out.toByteArray();
        });
    }

    private static JsonNode tree(Given given) throws IOException {
        return JSON.readTree(json(given, 0, null));
    }

    /** Returns a file with findings of all kinds: about the file, in cells, across rows, and against the baseline. */
    private static Given mixed() {
        KeySpace space = new KeySpace(Given.file("").flow().structure());
        long held = space.parse("A.AUT._T._T._T.NUMBER.2016").orElseThrow();
        Given file = Given.file(Given.HEADER + ";COMMENT;Budget\n".replace(';', ',')
                + "AUT,_T,_T,_T,2016,20,,,\nAUT,F,_T,_T,2016,12,,,\nAUT,M,_T,_T,2016,10,,,\n"
                + "AUT,F,_T,_T,2015,12,,,\nAUT,W,_T,_T,2015,\"1,282\",,,\n");
        return new Given(
                file.bytes(),
                file.flow(),
                Set.of("AUT"),
                false,
                (flow, areas) -> flow.id().equals("VICTIMS") ? List.of(Observation.count(held, 8, "A")) : List.of());
    }

    @Test
    void aReportLooksAsTheContractSays() throws IOException {
        String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json(mixed(), 0, null)));
        Golden.assertSame(Path.of("src/test/resources/golden/validation-report.json"), pretty + "\n");
    }

    @Test
    void fieldsHaveTheOrderOfTheContract() throws IOException {
        JsonNode report = tree(mixed());
        assertEquals(
                List.of(
                        "valid",
                        "dataflow",
                        "schemaVersion",
                        "rulesVersion",
                        "file",
                        "counts",
                        "summary",
                        "findings",
                        "passed",
                        "notRun",
                        "findingsTotal",
                        "findingsKept",
                        "next",
                        "codeLists"),
                names(report));
        assertEquals(
                List.of("name", "sha256", "bytes", "format", "encoding", "delimiter", "headerLine", "rows"),
                names(report.path("file")));
        assertEquals(List.of("error", "warning", "information"), names(report.path("counts")));
        List<String> all = List.of(
                "rule",
                "severity",
                "line",
                "record",
                "column",
                "value",
                "message",
                "fix",
                "suggestions",
                "key",
                "related");
        for (JsonNode finding : report.path("findings")) {
            List<String> expected = new ArrayList<>(all);
            expected.retainAll(names(finding));
            assertEquals(expected, names(finding));
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void equalFilesGiveEqualBytes() {
        assertArrayEquals(json(mixed(), 0, null), json(mixed(), 0, null));
    }

    @Test
    void aReplyHasAtMostAThousandFindingsAndExactCounts() throws IOException {
        Given given = Given.file(Given.HEADER + "\n" + "AUT,W,_T,_T,2016,12,\n".repeat(2_500));
        JsonNode first = tree(given);
        assertEquals(1_000, first.path("findings").size());
        assertEquals(2_500, first.path("findingsTotal").asInt());
        assertEquals(2_500, first.path("counts").path("error").asInt());
        assertEquals(1, first.path("summary").size());
        assertEquals(2_500, first.path("summary").path(0).path("count").asInt());
        JsonNode last = JSON.readTree(json(given, 2_000, "/next?cursor=x"));
        assertEquals(500, last.path("findings").size());
        assertEquals(2_002, last.path("findings").path(0).path("line").asInt());
        assertEquals("/next?cursor=x", last.path("next").asText());
    }

    @Test
    void aLongValueIsCut() throws IOException {
        JsonNode finding = tree(Given.rows("AUT," + "x".repeat(500) + ",_T,_T,2016,12,"))
                .path("findings")
                .path(0);
        assertEquals("x".repeat(99) + "\u2026", finding.path("value").asText());
        assertTrue(finding.path("message").asText().startsWith("\"xxx"));
    }

    @Test
    void whatDoesntApplyIsAbsent() throws IOException {
        JsonNode finding = tree(Given.file("")).path("findings").path(0);
        assertEquals(List.of("rule", "severity", "message", "fix"), names(finding));
        JsonNode missing = tree(Given.file("REF_AREA,SEX,AGE,EXPLOITATION,OBS_VALUE\nAUT,F,_T,_T,1\n"));
        assertEquals(
                "{\"name\":\"TIME_PERIOD\"}",
                missing.path("findings").path(0).path("column").toString());
        assertTrue(missing.path("next").isNull());
    }

    @Test
    void aKeptReportReadsLikeTheFresh() {
        mixed().validated((validation, file) -> {
            ValidationReport head = ReportJson.readHead(ReportJson.write(validation.report()));
            Iterator<Finding> findings =
                    ReportJson.expand(validation.pages(1_000).next());
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            new ReportWriter(mixed().flow(), "en").write(head, findings, null, kept);
            assertEquals(
                    new String(json(mixed(), 0, null), StandardCharsets.UTF_8), kept.toString(StandardCharsets.UTF_8));
            return null;
        });
    }

    @Test
    void anyLanguageGivesSentences() {
        Given given = mixed();
        given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ReportWriter(given.flow(), "xx").write(validation.report(), validation.findings(), null, out);
            assertFalse(out.toString(StandardCharsets.UTF_8).contains("\"message\":\"\""));
            return null;
        });
    }
}
