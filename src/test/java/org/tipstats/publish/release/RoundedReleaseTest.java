package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.OtherDeployment;
import org.tipstats.platform.access.AccountRole;

/** A dataflow whose schema says ROUNDING, from submission to the published figures. */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class RoundedReleaseTest {

    private static final String API = "/api/v1";
    private static final String OFFENCES = API + "/data/OFFENCES?UNIT_MEASURE=NUMBER&TIME_PERIOD=2002&OFFENCE=";

    @Inject
    TestReleases releases;

    private static String file(String area, int total, int first, int second) {
        return "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n"
                + area + ",0204,2002," + total + "\n"
                + area + ",02041,2002," + first + "\n"
                + area + ",02042,2002," + second + "\n";
    }

    /** Returns the public value of an offence in an area or group. */
    private static int value(String release, String offence, String area) {
        List<Integer> values = given().get(OFFENCES + offence + "&REF_AREA=" + area + "&release=" + release)
                .path("observations.OBS_VALUE");
        assertEquals(1, values.size());
        return values.get(0);
    }

    private static void addsUp(String release, String area) {
        int sum = value(release, "02041", area) + value(release, "02042", area);
        assertEquals(value(release, "0204", area), sum, area);
    }

    @Test
    void smallCountsAreRoundedBeforeTheyAreSummedAndStayAsTheyWere() {
        releases.accept("OFFENCES", "NRU", file("NRU", 11, 10, 1));
        releases.accept("OFFENCES", "KIR", file("KIR", 9, 7, 2));
        releases.publish("rounded-1");
        int nauru = value("rounded-1", "02042", "NRU");
        int kiribati = value("rounded-1", "02042", "KIR");
        assertEquals(3, nauru + kiribati, "1 and 2 become 0 and 3, or 3 and 0");
        assertEquals(10, value("rounded-1", "02041", "NRU"));
        assertEquals(3, value("rounded-1", "02042", "057"));
        List.of("NRU", "KIR", "057", "009").forEach(area -> addsUp("rounded-1", area));

        releases.accept("OFFENCES", "KIR", file("KIR", 10, 8, 2));
        releases.publish("rounded-2");
        assertEquals(nauru, value("rounded-2", "02042", "NRU"));
        assertEquals(kiribati, value("rounded-2", "02042", "KIR"));
        assertEquals(8, value("rounded-2", "02041", "KIR"));
        List.of("NRU", "KIR", "057", "009").forEach(area -> addsUp("rounded-2", area));
    }

    @Test
    void theDataflowAndTheChecksSayHow() {
        given().get(API + "/dataflows/OFFENCES")
                .then()
                .body("disclosure", equalTo("ROUNDING"))
                .body("roundingBase", equalTo(3));
        releases.accept("OFFENCES", "TUV", file("TUV", 9, 5, 4));
        releases.draft("rounded-checks", null);
        releases.as(AccountRole.REVIEWER)
                .get(API + "/releases/rounded-checks/checks")
                .then()
                .body("checks.find { it.id == 'rounding' }.items.dataflow", equalTo(List.of("OFFENCES")));
        releases.publish("rounded-told");
        given().get(API + "/data/OFFENCES/provenance?REF_AREA=TUV&OFFENCE=02042&UNIT_MEASURE=NUMBER&TIME_PERIOD=2002")
                .then()
                .body("method", containsString("rounded"));
    }

    @Test
    void aMaskedFigureBesideRoundedOnesIsNothingThatTheAuditComputes() {
        releases.accept(
                "OFFENCES",
                "FSM",
                "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nFSM,0204,2002,31,A\n"
                        + "FSM,02041,2002,30,A\nFSM,02042,2002,,Q\n");
        releases.publish("rounded-masked");
        int left = value("rounded-masked", "0204", "FSM") - value("rounded-masked", "02041", "FSM");
        assertEquals(0, left, "the multiple of the base nearest to 1");
        releases.as(AccountRole.REVIEWER)
                .get(API + "/releases/rounded-masked/checks")
                .then()
                .body("checks.find { it.id == 'intruder-audit' }.outcome", equalTo("passed"));
    }

    @Test
    void whatRoundingWithholdsIsToldBeforeAndInTheRelease() {
        String file = "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE,CONF_STATUS\nPLW,0204,2002,40,\nPLW,02041,2002,30,N\n"
                + "PLW,02042,2002,10,\nPLW,0204,2003,7,\n";
        String submission = releases.accept("OFFENCES", "PLW", file).id();
        releases.submitter("PLW")
                .get(API + "/submissions/" + submission + "/withheld")
                .then()
                .statusCode(200)
                .body("figures", equalTo(4))
                .body("byReason", equalTo(Map.of("reserved", 1, "complementary", 2)))
                .body("items.find { it.reason == 'reserved' }.key.OFFENCE", equalTo("02041"));
        releases.publish("rounded-reserved");
        given().get(OFFENCES + "02041&REF_AREA=PLW&release=rounded-reserved")
                .then()
                .body("observations.OBS_VALUE", equalTo(Arrays.asList((Integer) null)))
                .body("observations.CONF_STATUS", equalTo(List.of("C")));
        releases.as(AccountRole.REVIEWER)
                .get(API + "/releases/rounded-reserved/withheld?dataflow=OFFENCES")
                .then()
                .body("items.reason", hasItems("reserved", "complementary"));
    }
}
