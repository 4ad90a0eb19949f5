package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The differences between two releases. */
@QuarkusTest
class ReleaseChangesTest {

    private static final String CHANGES = "/api/v1/releases/changed-2/changes?since=changed-1";

    @Inject
    TestReleases releases;

    private static String sdmx(String action, String sex, String exploitation, String value) {
        return "dataflow,TIPSTATS:VICTIMS(1.0.0)," + action + ",VUT," + sex + ",_T," + exploitation + ",2001," + value
                + "\n";
    }

    private void publishTwo() {
        if (releases.isPublished("changed-2")) {
            return;
        }
        releases.accept("VICTIMS", "VUT", """
                REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                VUT,F,_T,_T,2001,20
                VUT,M,_T,_T,2001,30
                VUT,_O,_T,_T,2001,9
                VUT,_U,_T,_T,2001,6
                """);
        releases.publish("changed-1");
        releases.accept(
                "VICTIMS",
                "VUT",
                "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n"
                        + sdmx("M", "F", "_T", "21")
                        + sdmx("D", "M", "_T", "")
                        + sdmx("M", "_O", "_T", "9")
                        + sdmx("M", "_U", "_T", "3")
                        + sdmx("M", "F", "LAB", "12"));
        releases.publish("changed-2");
    }

    private static Map<String, Object> figure(Integer value, String status) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("OBS_VALUE", value);
        figure.put("OBS_STATUS", status);
        return figure;
    }

    private static Map<String, Object> withheld() {
        Map<String, Object> figure = figure(null, "Q");
        figure.put("CONF_STATUS", "C");
        return figure;
    }

    private static Map<String, Object> change(
            String kind, String area, String sex, String exploitation, Object old, Object now) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("FREQ", "A");
        key.put("REF_AREA", area);
        key.put("SEX", sex);
        key.put("AGE", "_T");
        key.put("EXPLOITATION", exploitation);
        key.put("UNIT_MEASURE", "NUMBER");
        key.put("TIME_PERIOD", "2001");
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("change", kind);
        change.put("dataflow", "VICTIMS");
        change.put("key", key);
        change.put("old", old);
        change.put("new", now);
        return change;
    }

    @Test
    void everyKindOfChangeIsThereOnceForTheAreaAndForItsRegions() {
        publishTwo();
        List<Map<String, Object>> all = given().get(CHANGES + "&limit=10000").path("items");
        for (String area : List.of("VUT", "054")) {
            List<Map<String, Object>> found = all.stream()
                    .filter(item ->
                            ((Map<?, ?>) item.get("key")).get("REF_AREA").equals(area))
                    .toList();
            List<Map<String, Object>> expected = new ArrayList<>();
            expected.add(change("revised", area, "F", "_T", figure(20, "A"), figure(21, "A")));
            expected.add(change("new", area, "F", "LAB", null, figure(12, "A")));
            expected.add(change("withdrawn", area, "M", "_T", figure(30, "A"), null));
            expected.add(change("suppressed", area, "_U", "_T", figure(6, "A"), withheld()));
            assertEquals(sorted(expected), sorted(found));
        }
    }

    private static List<String> sorted(List<Map<String, Object>> changes) {
        return changes.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void noSmallCountOfPersonsIsAmongThem() {
        publishTwo();
        for (String since : List.of("changed-1&limit=10000", "changed-2&limit=10000")) {
            String path = "/api/v1/releases/changed-" + (since.startsWith("changed-1") ? "2" : "1") + "/changes?since=";
            List<Map<String, Object>> all = given().get(path + since).path("items");
            for (Map<String, Object> change : all) {
                for (String side : List.of("old", "new")) {
                    Object value = change.get(side) == null ? null : ((Map<?, ?>) change.get(side)).get("OBS_VALUE");
                    assertTrue(value == null || !List.of(1, 2, 3, 4).contains(value), change.toString());
                }
            }
        }
    }

    @Test
    void thePageSaysThatTheServiceWithholdsAFigureAndNotTheCountry() {
        publishTwo();
        String page = given().get("/en/releases/changed-2/changes?since=changed-1&kind=suppressed")
                .asString();
        assertTrue(page.contains("withheld: a small count, or to protect another figure"), page);
        assertFalse(page.contains("kept back by the country"), page);
    }

    @Test
    void theOrderOfTheFieldsIsFixed() {
        publishTwo();
        String body = given().get(CHANGES + "&limit=10000").asString();
        assertTrue(
                body.contains(
                        "{\"change\":\"revised\",\"dataflow\":\"VICTIMS\",\"key\":{\"FREQ\":\"A\",\"REF_AREA\":\"VUT\","
                                + "\"SEX\":\"F\",\"AGE\":\"_T\",\"EXPLOITATION\":\"_T\",\"UNIT_MEASURE\":\"NUMBER\","
                                + "\"TIME_PERIOD\":\"2001\"},\"old\":{\"OBS_VALUE\":20,\"OBS_STATUS\":\"A\"},"
                                + "\"new\":{\"OBS_VALUE\":21,\"OBS_STATUS\":\"A\"}}"),
                body);
    }

    @Test
    void pagesTogetherAreTheWhole() {
        publishTwo();
        List<Object> whole = given().get(CHANGES + "&limit=10000").path("items");
        assertTrue(whole.size() >= 16, whole.size() + " changes of an area, its sub-region, its region and the world");
        assertEquals(whole, TestReleases.pages(CHANGES + "&limit=3", "items"));
    }

    @Test
    void withoutSinceItIsComparedWithTheOneBefore() {
        publishTwo();
        assertEquals(
                given().get(CHANGES + "&limit=10000").<Object>path("items"),
                given().get("/api/v1/releases/changed-2/changes?limit=10000").path("items"));
    }

    @Test
    void backwardsTheChangesAreReversed() {
        publishTwo();
        List<Map<String, Object>> all = given().get("/api/v1/releases/changed-1/changes?since=changed-2&limit=10000")
                .path("items");
        List<Object> kinds = all.stream()
                .filter(item -> ((Map<?, ?>) item.get("key")).get("REF_AREA").equals("VUT"))
                .map(item -> item.get("change"))
                .sorted()
                .toList();
        assertEquals(List.of("new", "revised", "revised", "withdrawn"), kinds);
    }

    @Test
    void aReleaseDiffersNotFromItself() {
        publishTwo();
        given().get("/api/v1/releases/changed-1/changes?since=changed-1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", equalTo(null));
    }
}
