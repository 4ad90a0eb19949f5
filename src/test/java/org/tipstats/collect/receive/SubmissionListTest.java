package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.http.PageRequest;

@QuarkusTest
class SubmissionListTest {

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

    private String submit(int year) {
        return Desk.submitted(token, Desk.file(area, "F,_T,_T," + year + ",12"));
    }

    private static Response list(String token, String query) {
        return SignedIn.as(token).urlEncodingEnabled(false).get(Desk.SUBMISSIONS + query);
    }

    @Test
    void theNewestComeFirst() {
        List<String> ids = new ArrayList<>(List.of(submit(2010), submit(2011), submit(2012)));
        Collections.reverse(ids);
        list(token, "")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.id", equalTo(ids));
    }

    @Test
    void submittersSeeTheirAreasAndStaffSeeAll() {
        String mine = submit(2010);
        String otherArea = desk.area();
        String other = Desk.submitted(signedIn.submitter(otherArea), Desk.file(otherArea, "F,_T,_T,2010,12"));
        list(token, "").then().body("items.id", contains(mine));
        for (String staff : List.of(signedIn.reviewer(), signedIn.publisher(), signedIn.administrator())) {
            list(staff, "?limit=2").then().statusCode(200).body("items.id", contains(other, mine));
        }
    }

    @Test
    void aSubmissionOfSeveralAreasIsForThoseWhoSubmitForAllOfThem() {
        String second = desk.area();
        String both = signedIn.submitter(area, second);
        String id = Desk.submitted(both, Desk.file(area, "F,_T,_T,2016,12") + second + ",F,_T,_T,2016,9\n");
        list(both, "").then().body("items.id", contains(id));
        list(token, "").then().body("items", empty());
        Desk.get(token, Desk.path(id)).statusCode(404);
        list(signedIn.reviewer(), "?area=" + second).then().body("items.id", contains(id));
    }

    @Test
    void theListIsNarrowedByDataflowAreaAndStatus() {
        String submitted = submit(2010);
        Desk.submit(token, Desk.file(area, "W,_T,_T,2016,12")).then().statusCode(422);
        String file = "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n" + area + ",0204,2016,30\n";
        String offences = Desk.sending(token, file, "dataflow", "OFFENCES")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        list(token, "").then().body("items", hasSize(3));
        list(token, "?dataflow=OFFENCES").then().body("items.id", contains(offences));
        list(token, "?dataflow=VICTIMS&status=SUBMITTED").then().body("items.id", contains(submitted));
        list(token, "?status=INVALID").then().body("items", hasSize(1)).body("items[0].status", equalTo("INVALID"));
        list(token, "?status=ACCEPTED").then().body("items", empty());
        list(signedIn.reviewer(), "?area=" + area)
                .then()
                .body("items", hasSize(3))
                .body("items.area", everyItem(equalTo(area)));
    }

    @Test
    void whatIsNoFilterIsRefusedWithWhatIsMeant() {
        list(token, "?status=SUBMITED")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("status"))
                .body("errors[0].suggestions", hasItem("SUBMITTED"));
        list(token, "?status=x").then().statusCode(400).body("errors[0].suggestions", hasItems("INVALID", "ACCEPTED"));
        list(token, "?area=AUTT").then().statusCode(400).body("errors[0].parameter", equalTo("area"));
        list(token, "?dataflow=VICTIM").then().statusCode(400).body("errors[0].suggestions", contains("VICTIMS"));
        list(token, "?area=AUT&area=BEL").then().statusCode(400);
        list(token, "?state=ACCEPTED").then().statusCode(400).body("errors[0].parameter", equalTo("state"));
        list(token, "?limit=0").then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
        list(token, "?cursor=bm9uZQ").then().statusCode(400).body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void aCursorThatWasMadeUpIsRefused() {
        for (String place : List.of(
                "+1000000000-12-31T23:59:59.999999999Z 00000000-0000-0000-0000-000000000000",
                "-1000000000-01-01T00:00:00Z 00000000-0000-0000-0000-000000000000",
                "2016-01-01T00:00:00Z",
                "2016-01-01T00:00:00Z x")) {
            list(token, "?cursor=" + PageRequest.encode(place))
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }

    @Test
    void whatIsNotJsonCannotBeHad() {
        String id = submit(2016);
        for (String path : List.of("", "/" + id, "/" + id + "/impact", "/" + id + "/receipt")) {
            SignedIn.as(token)
                    .header("Accept", "image/png")
                    .get(Desk.SUBMISSIONS + path)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void pagesNeitherRepeatNorLoseWhatIsThereWhileMoreArrives() {
        List<String> ids = new ArrayList<>();
        for (int year = 2003; year < 2010; year++) {
            ids.add(submit(year));
        }
        Collections.reverse(ids);
        List<String> read = new ArrayList<>();
        Response page = list(token, "?status=SUBMITTED&limit=3");
        for (int year = 2010; year < 2012; year++) {
            read.addAll(page.path("items.id"));
            String next = page.path("next");
            assertEquals("<" + next + ">; rel=\"next\"", page.header("Link"));
            submit(year);
            page = SignedIn.as(token).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
        }
        read.addAll(page.path("items.id"));
        assertNull(page.path("next"));
        assertNull(page.header("Link"));
        assertEquals(ids, read);
    }

    @Test
    void aMomentWithSeveralSubmissionsIsNotTornApart() {
        List<String> ids = new ArrayList<>();
        for (int year = 2003; year < 2009; year++) {
            ids.add(submit(year));
        }
        desk.pretendTheyArrivedTogether(ids);
        List<String> read = new ArrayList<>();
        String next = Desk.SUBMISSIONS + "?limit=2";
        while (next != null) {
            Response page = SignedIn.as(token).urlEncodingEnabled(false).get(next);
            read.addAll(page.path("items.id"));
            next = page.path("next");
        }
        Collections.sort(ids);
        assertEquals(ids, read);
    }

    @Test
    void anItemOfTheListShowsWhatTheSubmissionShows() {
        String id = submit(2016);
        Desk.submission(token, id).body("statusHistory", hasSize(1));
        list(token, "")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].statusHistory.status", contains("SUBMITTED"))
                .body("items[0].counts.error", equalTo(0))
                .body("items[0].keySet()", not(hasItem("overlaps")));
    }
}
