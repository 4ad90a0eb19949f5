package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/** The changes that a submission would make to the accepted figures. */
@QuarkusTest
class SubmissionImpactTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = signedIn.submitter(area);
    }

    private ValidatableResponse impact(String id) {
        return Desk.get(token, Desk.path(id, "impact")).statusCode(200);
    }

    private void counts(String id, int added, int changed, int removed, int unchanged) {
        impact(id)
                .body("added.count", equalTo(added))
                .body("changed.count", equalTo(changed))
                .body("removed.count", equalTo(removed))
                .body("unchanged.count", equalTo(unchanged));
    }

    @Test
    void aFirstFileOnlyAdds() {
        String id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,12"));
        impact(id)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("added.count", equalTo(1))
                .body("added.items[0].key.REF_AREA", equalTo(area))
                .body("added.items[0].key.UNIT_MEASURE", equalTo("NUMBER"))
                .body("added.items[0].key.TIME_PERIOD", equalTo("2016"))
                .body("added.items[0].key", aMapWithSize(7))
                .body("added.items[0].old", nullValue())
                .body("added.items[0].new.OBS_VALUE", equalTo(12))
                .body("added.items[0].new.OBS_STATUS", equalTo("A"))
                .body("added.items[0].relativeChange", nullValue())
                .body("added.next", nullValue())
                .body("changed.items", empty())
                .body("removed.items", empty())
                .body("unchanged", equalTo(java.util.Map.of("count", 0)));
    }

    @Test
    void aRevisionShowsOldAndNewWithTheRelativeChange() {
        desk.accepted(
                area, "_T,_T,_T,2016,120", "F,_T,_T,2016,0", "M,_T,_T,2016,120", "M,_T,_T,2015,90", "_T,_T,_T,2014,30");
        String id = Desk.submitted(
                token,
                Desk.file(
                        area,
                        "_T,_T,_T,2016,129",
                        "F,_T,_T,2016,12",
                        "M,_T,_T,2016,117",
                        "M,_T,_T,2015,80",
                        "_T,_T,_T,2014,30"));
        counts(id, 0, 4, 0, 1);
        String of = "changed.items.find { it.key.SEX == '%s' && it.key.TIME_PERIOD == '%s' }.";
        impact(id)
                .body(of.formatted("_T", "2016") + "old.OBS_VALUE", equalTo(120))
                .body(of.formatted("_T", "2016") + "new.OBS_VALUE", equalTo(129))
                .body(of.formatted("_T", "2016") + "relativeChange", equalTo(0.075f))
                .body(of.formatted("M", "2016") + "relativeChange", equalTo(-0.025f))
                .body(of.formatted("M", "2015") + "relativeChange", equalTo(-0.1111f))
                .body(of.formatted("F", "2016") + "relativeChange", nullValue());
    }

    @Test
    void anotherStatusAloneIsAChange() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        String id = Desk.submitted(token, Desk.HEADER + ",OBS_STATUS\n" + area + ",_T,_T,_T,2016,12,P\n");
        impact(id)
                .body("changed.count", equalTo(1))
                .body("changed.items[0].old.OBS_STATUS", equalTo("A"))
                .body("changed.items[0].new.OBS_STATUS", equalTo("P"))
                .body("changed.items[0].relativeChange", equalTo(0.0f));
    }

    @Test
    void anotherCommentAloneIsNone() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        String id = Desk.submitted(token, Desk.HEADER + ",COMMENT\n" + area + ",_T,_T,_T,2016,12,checked\n");
        counts(id, 0, 0, 0, 1);
    }

    @Test
    void whatAMergedFileLeavesOutIsNoChange() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,9");
        counts(Desk.submitted(token, Desk.file(area, "_T,_T,_T,2017,12")), 1, 0, 0, 0);
    }

    @Test
    void whatAFileThatStandsForItsPeriodsLeavesOutIsRemoved() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,9", "M,Y0T17,_T,2015,9");
        String id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,12"), "mode", "replace");
        counts(id, 0, 0, 1, 1);
        impact(id)
                .body("removed.items[0].key.SEX", equalTo("M"))
                .body("removed.items[0].key.TIME_PERIOD", equalTo("2016"))
                .body("removed.items[0].old.OBS_VALUE", equalTo(9))
                .body("removed.items[0].new", nullValue());
    }

    @Test
    void whatAFileWithdrawsIsRemoved() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,9", "M,Y0T17,_T,2015,9");
        String id = Desk.submitted(
                token, "ACTION," + Desk.HEADER + "\nD," + area + ",,,_T,2016,\nD," + area + ",_T,_T,_T,2001,\n");
        counts(id, 0, 0, 2, 0);
    }

    @Test
    void afterTheAcceptanceItStillShowsWhatItChanged() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,9");
        String id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,13"), "mode", "replace");
        String before = impact(id).extract().asString();
        Desk.post(
                        token,
                        id,
                        "justifications",
                        "[{\"rule\": \"revision\", \"text\": \"x\"}, {\"rule\": \"value-dropped\", \"text\": \"x\"}]")
                .body("status", equalTo("SUBMITTED"));
        desk.accept(id).statusCode(200);
        assertEquals(before, impact(id).extract().asString());
        counts(id, 0, 1, 1, 0);
        String later = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,14"));
        desk.acceptJustified(area, later, "revision");
        assertEquals(before, impact(id).extract().asString());
    }

    @Test
    void theChangesComeInPagesWithExactCounts() {
        List<String> rows = new ArrayList<>();
        for (int year = 2001; year <= 2008; year++) {
            rows.add("_T,_T,_T," + year + ",12");
        }
        desk.accepted(area, rows.subList(0, 3).toArray(new String[0]));
        String file = Desk.file(area, rows.toArray(new String[0])).replaceAll(",12\n", ",24\n");
        String id = Desk.submitted(token, file);
        Response first = SignedIn.as(token).get(Desk.path(id, "impact") + "?limit=2");
        first.then()
                .body("added.count", equalTo(5))
                .body("added.items", hasSize(2))
                .body("added.next", notNullValue())
                .body("changed.count", equalTo(3))
                .body("changed.items", hasSize(2));
        List<String> years = new ArrayList<>(first.path("added.items.key.TIME_PERIOD"));
        String next = first.path("added.next");
        while (next != null) {
            Response page = SignedIn.as(token).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("added.count", equalTo(5));
            years.addAll(page.path("added.items.key.TIME_PERIOD"));
            next = page.path("added.next");
        }
        assertEquals(List.of("2004", "2005", "2006", "2007", "2008"), years);
        SignedIn.as(token)
                .urlEncodingEnabled(false)
                .get(first.<String>path("changed.next"))
                .then()
                .body("changed.items.key.TIME_PERIOD", contains("2003"))
                .body("changed.next", nullValue());
        SignedIn.as(token).get(Desk.path(id, "impact") + "?limit=0").then().statusCode(400);
        SignedIn.as(token).get(Desk.path(id, "impact") + "?cursor=x").then().statusCode(400);
    }
}
