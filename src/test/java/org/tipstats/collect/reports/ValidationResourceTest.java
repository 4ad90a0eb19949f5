package org.tipstats.collect.reports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.run.RuleCatalogue;

@QuarkusTest
class ValidationResourceTest {

    /** Line 2 has an unknown code; lines 3 and 4 have the same key. */
    private static final String BROKEN = """
            REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE
            AUT;W;_T;_T;2016;12
            AUT;M;_T;_T;2016;7
            AUT;M;_T;_T;2016;8
            """;

    private static final String GOOD = Desk.file("AUT", "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");

    @Inject
    Database database;

    private static Response validate(String file, String... query) {
        return Desk.sending(null, file, query).queryParam("dataflow", "VICTIMS").post(Desk.VALIDATIONS);
    }

    private static List<String> members(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aReportHasItsMembersInTheirOrder() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(validate(BROKEN).then().statusCode(200).extract().asString());
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
                        "next",
                        "codeLists"),
                members(report));
        assertEquals(
                List.of("name", "sha256", "bytes", "format", "encoding", "delimiter", "headerLine", "rows"),
                members(report.path("file")));
        assertEquals(List.of("error", "warning", "information"), members(report.path("counts")));
        assertEquals(
                List.of(
                        "rule",
                        "severity",
                        "line",
                        "record",
                        "column",
                        "value",
                        "message",
                        "fix",
                        "suggestions",
                        "key"),
                members(report.at("/findings/0")));
        assertEquals(
                List.of("rule", "severity", "line", "record", "column", "value", "message", "fix", "key", "related"),
                members(report.at("/findings/1")));
        assertEquals(List.of("name", "number", "letter"), members(report.at("/findings/0/column")));
        assertEquals(List.of("line", "value"), members(report.at("/findings/1/related/0")));
        assertEquals(
                List.of(
                        "rule",
                        "severity",
                        "count",
                        "firstLine",
                        "lastLine",
                        "column",
                        "value",
                        "message",
                        "suggestions"),
                members(report.at("/summary/0")));
    }

    @Test
    void aReportSaysWhatTheFileIs() {
        validate(BROKEN)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("valid", equalTo(false))
                .body("dataflow", equalTo("VICTIMS"))
                .body("schemaVersion", equalTo("1.0.0"))
                .body("rulesVersion", equalTo(RuleCatalogue.VERSION))
                .body("file.name", nullValue())
                // of exactly these bytes: printf … | sha256sum
                .body("file.sha256", equalTo(SHA256_OF_BROKEN))
                .body("file.bytes", equalTo(BROKEN.getBytes(StandardCharsets.UTF_8).length))
                .body("file.format", equalTo("csv"))
                .body("file.encoding", equalTo("UTF-8"))
                .body("file.delimiter", equalTo(";"))
                .body("file.headerLine", equalTo(1))
                .body("file.rows", equalTo(3))
                .body("next", nullValue());
    }

    private static final String SHA256_OF_BROKEN = "41581aeb94d4d7dc716729f36cdcc7fe092332262c9525f5c5a772cb3873bef1";

    @Test
    void aFindingSaysWhereItIsAndWhatToDo() {
        validate(BROKEN)
                .then()
                .body("counts.error", equalTo(2))
                .body("findingsTotal", equalTo(2))
                .body("findings.rule", contains("unknown-code", "duplicate-key"))
                .body("findings[0].severity", equalTo("error"))
                .body("findings[0].line", equalTo(2))
                .body("findings[0].record", equalTo(1))
                .body("findings[0].column.name", equalTo("SEX"))
                .body("findings[0].column.number", equalTo(2))
                .body("findings[0].column.letter", equalTo("B"))
                .body("findings[0].value", equalTo("W"))
                .body("findings[0].message", equalTo("\"W\" is not a code of SEX."))
                .body("findings[0].suggestions", hasItem("F"))
                .body("findings[0].key.REF_AREA", equalTo("AUT"))
                .body("findings[0].key.TIME_PERIOD", equalTo("2016"))
                .body("findings[1].related.line", hasItem(3))
                .body("passed", hasItems("not-a-count", "period-not-allowed"))
                .body("passed", not(hasItem("unknown-code")));
    }

    @Test
    void aGoodFileIsValidAndNothingOfItIsKept() {
        String count = "select (select count(*) from submission) + (select count(*) from submission_file)"
                + " + (select count(*) from submitted_value) + (select count(*) from audit_entry)";
        long before = database.number(count);
        validate(GOOD)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("counts.error", equalTo(0))
                .body("findings", empty())
                .body("passed", hasItems("duplicate-key", "unknown-code"));
        validate(BROKEN).then().statusCode(200);
        assertEquals(before, database.number(count));
    }

    @Test
    void theSameFileGivesTheSameBytes() {
        assertEquals(validate(BROKEN).asString(), validate(BROKEN).asString());
    }

    @Test
    void atMostAThousandFindingsAreShownButAllAreCounted() {
        StringBuilder file = new StringBuilder(Desk.HEADER).append('\n');
        for (int i = 0; i < 1_200; i++) {
            file.append("AUT,W,_T,_T,2016,12\n");
        }
        validate(file.toString())
                .then()
                .statusCode(200)
                .body("findings", hasSize(1_000))
                .body("findings[999].line", equalTo(1_001))
                .body("findingsTotal", equalTo(1_200))
                .body("counts.error", equalTo(1_200))
                .body("summary[0].count", equalTo(1_200))
                .body("summary[0].firstLine", equalTo(2))
                .body("summary[0].lastLine", equalTo(1_201))
                .body("next", nullValue());
    }

    @Test
    void aFileThatIsNoTableHasAReportToo() {
        Desk.sending(null, "%PDF-1.7 …", "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.rule", contains("wrong-file-type"))
                .body("findings[0].fix", notNullValue());
        validate("").then().statusCode(200).body("findings.rule", contains("empty-file"));
    }
}
