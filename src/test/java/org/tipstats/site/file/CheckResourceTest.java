package org.tipstats.site.file;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.platform.database.Database;

/** Tests the check without scripts, as a browser sends it, and that nothing of the file is stored. */
@QuarkusTest
class CheckResourceTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";
    private static final String MISTAKE = HEADER + "GLP,W,_T,_T,2015,40\nGLP,M,_T,_T,2015,28\n";
    private static final Pattern APPLY = Pattern.compile("name=\"apply\" value=\"([^\"]+)\"");

    private static final Pattern BOX = Pattern.compile("<input type=\"checkbox\" name=\"apply\"[^>]*>");

    @Inject
    Database database;

    @Test
    void theFormComesWithAllDatasetsThatTakeFiles() {
        String form = given().get("/en/check?dataflow=VICTIMS")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        SampleCubes.SCHEMAS.submitted().forEach(flow -> assertTrue(form.contains("value=\"" + flow.id() + "\"")));
        assertFalse(form.contains("MIRROR"), "no files may be submitted for it");
        assertTrue(form.contains("value=\"VICTIMS\" selected"));
        assertTrue(form.contains("action=\"/en/check\""));
    }

    @Test
    void aFileIsJudgedAndNothingOfItIsKept() {
        long before = kept();
        String page = check(MISTAKE)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("a.csv"), containsString("unknown-code"), containsString("class=\"bad error\""))
                .extract()
                .asString();

        assertTrue(page.contains("This file was not stored."));
        assertTrue(page.contains("id=\"c2-2\" class=\"bad error\""), "line 2, second column");
        assertEquals(before, kept());
    }

    @Test
    void aCorrectedFileComesBackAndPassesThatRule() {
        String apply = APPLY.matcher(check(MISTAKE).extract().asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String corrected = form(MISTAKE)
                .multiPart("apply", apply)
                .post("/en/check/corrected")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("a-corrected.csv"))
                .extract()
                .asString()
                .replace("\uFEFF", "");

        assertEquals(MISTAKE.replace(",W,", ",F,"), corrected);
        check(corrected).statusCode(200).body(not(containsString("class=\"bad error\"")));
    }

    /** A certain correction is ticked, a guess is not. One download has all ticked corrections. */
    @Test
    void severalRepairsComeInOneFile() {
        String file = MISTAKE + "GLP,M,_T,_T,2015,2O\nGLP,M,_T,_T,2014,\"1 282\"\n";
        String page = check(file).extract().asString();
        List<String> boxes = BOX.matcher(page).results().map(MatchResult::group).toList();
        RequestSpecification all = form(file);
        APPLY.matcher(page).results().forEach(found -> all.multiPart("apply", found.group(1)));

        assertEquals(3, boxes.size(), page);
        assertEquals(2, boxes.stream().filter(box -> box.contains(" checked")).count(), boxes.toString());
        assertTrue(page.contains("Change to 20 (our guess – please check)"), page);
        assertEquals(
                file.replace(",W,", ",F,").replace("2O", "20").replace("\"1 282\"", "1282"),
                all.post("/en/check/corrected").asString().replace("\uFEFF", ""));
        form(file)
                .post("/en/check/corrected")
                .then()
                .statusCode(422)
                .body(containsString("<title>Error:"), containsString("Select at least one"));
    }

    /** A rate under the unit of counts would be a count that nobody made. A year in place of a month is a guess. */
    @Test
    void whatWouldMakeAFalseFigureLookRightIsNotOfferedOrNotTicked() {
        String page = check(HEADER.strip() + ",UNIT_MEASURE\nGLP,F,_T,_T,2015-03,40,\nGLP,M,_T,_T,2015,2,per 100 000\n")
                .extract()
                .asString();
        List<String> boxes = BOX.matcher(page).results().map(MatchResult::group).toList();

        assertTrue(page.contains("implausible-unit"), page);
        assertEquals(1, boxes.size(), page);
        assertTrue(boxes.get(0).contains("period-not-allowed"), boxes.get(0));
        assertFalse(boxes.get(0).contains(" checked"), boxes.get(0));
    }

    /** The README walks through this file. */
    @Test
    void theFileOfTheFirstStepsIsCleanOnceItsTwoRepairsAreIn() throws IOException {
        String file = Files.readString(Path.of("sample-data", "first-steps", "austria-2017.csv"));
        String page = check(file).extract().asString();
        RequestSpecification all = form(file);
        APPLY.matcher(page).results().forEach(found -> all.multiPart("apply", found.group(1)));
        String corrected = all.post("/en/check/corrected").asString().replace("\uFEFF", "");

        assertTrue(page.contains("This file has 2 errors and was not accepted."), page);
        assertTrue(page.contains("Change to 102 (our guess – please check)"), page);
        check(corrected)
                .body(containsString("class=\"clean\""), containsString("3 figures, 1 country or area, 1 year (2017)"))
                .body(containsString("The rows without a breakdown add up to 129."));
    }

    @Test
    void nothingIsKnownOfAChecksProgressOnceItIsOver() {
        String key = "00000000000000000000000000000abc";
        form(MISTAKE).multiPart("progress", key).post("/en/check").then().statusCode(200);
        given().get("/en/check/progress/" + key).then().statusCode(204).header("Cache-Control", "no-store");
    }

    @Test
    void theFileComesBackWithRemarks() {
        form(MISTAKE)
                .post("/fr/check/remarks/csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("GLP,W,_T,_T,2015,40"), containsString("n’est pas un code de SEX"));
        byte[] workbook = form(MISTAKE)
                .post("/fr/check/remarks/xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertEquals("PK", new String(workbook, 0, 2, StandardCharsets.US_ASCII));
    }

    @Test
    void theViewIsNarrowedToOneRule() {
        String two = HEADER + "GLP,W,_T,_T,2015,40\nGLP,M,_T,_T,2015,<5\n";
        form(two)
                .multiPart("show", "?severity=error&rule=not-a-count&column=OBS_VALUE&from=0")
                .post("/en/check")
                .then()
                .statusCode(200)
                .body(
                        containsString("id=\"c3-6\" class=\"bad error\""),
                        not(containsString("id=\"c2-2\" class=\"bad")));
        form(two)
                .multiPart("rule", "unknown-code")
                .post("/en/check")
                .then()
                .body(
                        containsString("id=\"c2-2\" class=\"bad error\""),
                        not(containsString("id=\"c3-6\" class=\"bad")));
    }

    @Test
    void withoutAFileOrADatasetTheFormSaysSo() {
        given().multiPart("dataflow", "")
                .multiPart("file", "", new byte[0], "application/octet-stream")
                .post("/en/check")
                .then()
                .statusCode(422)
                .body(
                        containsString("<title>Error:"),
                        containsString("href=\"#dataflow\""),
                        containsString("href=\"#file\""));
    }

    /** The errors are a name in place of a code, a hidden count, and two values for the same key. */
    @Test
    void theExampleHasTheThreeFaultsThatItPromises() {
        String page = given().multiPart("dataflow", "")
                .multiPart("example", "yes")
                .post("/en/check")
                .then()
                .statusCode(200)
                .body(containsString("This file has 3 errors and was not accepted."))
                .extract()
                .asString();

        Set<String> found = Pattern.compile(
                        "class=\"error\" tabindex=\"-1\">.*?/methods/rules/([a-z-]+)", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("duplicate-key", "not-a-count", "unknown-code"), found);
        given().multiPart("dataflow", "VICTIMS")
                .multiPart("example", "yes")
                .post("/en/check/remarks/csv")
                .then()
                .statusCode(200)
                .body(containsString("shows only that the count is small"));
    }

    @Test
    void aListOfPersonsIsNotShownAgain() {
        check("NAME,DATE_OF_BIRTH,NATIONALITY\nAna Secret,1990-01-02,GLP\n")
                .statusCode(200)
                .body(containsString("case-level-data"), not(containsString("Ana Secret")));
    }

    private long kept() {
        return database.list(
                        "select (select count(*) from submission) + (select count(*) from submission_file)"
                                + " + (select count(*) from job)",
                        row -> row.getLong(1))
                .get(0);
    }

    /** In Chinese that is the order of pinyin: quē before wèi. In Unicode these characters have the other order. */
    @Test
    void rulesToChooseFromAreInTheOrderOfTheLanguage() {
        String page = form(MISTAKE + "GLP,_U,_T,_T,2015,\n")
                .post("/zh/check")
                .then()
                .extract()
                .asString();
        String rules = page.substring(page.indexOf("<select id=\"rule\""));

        assertTrue(rules.indexOf(">缺失值没有说明原因</option>") > 0, rules);
        assertTrue(rules.indexOf(">缺失值没有说明原因</option>") < rules.indexOf(">未知的代码</option>"), rules);
    }

    private static ValidatableResponse check(String content) {
        return form(content).post("/en/check").then();
    }

    private static RequestSpecification form(String content) {
        return given().multiPart("dataflow", "VICTIMS")
                .multiPart("file", "a.csv", content.getBytes(StandardCharsets.UTF_8), "text/csv");
    }
}
