package org.tipstats.site.area;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.OtherDeployment;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.vocabulary.schema.SchemasWithGroup;

/**
 * A group of areas beside the regions, from the submissions to the pages and the API: Comoros and Cabo Verde in Africa,
 * Kiribati and Nauru in Oceania.
 */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class GroupPagesTest {

    private static final String API = "/api/v1";
    private static final String GROUP = SchemasWithGroup.ID;
    private static final String RELEASE = "grouped-1";
    private static final Map<String, Integer> VICTIMS =
            Map.of("COM", 100, "CPV", 200, "KIR", 300, "NRU", 400, "FJI", 5000, "KEN", 7000);

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            VICTIMS.forEach((area, victims) -> releases.accept(
                    "VICTIMS",
                    area,
                    "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,_T,2011," + victims
                            + "\n"));
            releases.publish(RELEASE);
        }
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false)
                .header("Accept", "text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String data(String area) {
        return API + "/data/VICTIMS?SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2011&REF_AREA="
                + area;
    }

    @Test
    void itsFigureIsTheSumOfItsAreasAndNoPartOfTheWorld() {
        given().urlEncodingEnabled(false)
                .get(data(GROUP + ",001"))
                .then()
                .body("observations.find { it.REF_AREA == 'G_ISLANDS' }.OBS_VALUE", equalTo(1000))
                .body("observations.find { it.REF_AREA == 'G_ISLANDS' }.N_AREAS", equalTo(4))
                .body("observations.find { it.REF_AREA == 'G_ISLANDS' }.N_REPORTING", equalTo(4))
                .body("observations.find { it.REF_AREA == '001' }.OBS_VALUE", equalTo(13_000));
    }

    @ParameterizedTest
    @CsvSource({"children", "descendants"})
    void aQueryFollowsItsMembers(String function) {
        given().urlEncodingEnabled(false)
                .get(data(function + "(" + GROUP + ")"))
                .then()
                .body("observations.REF_AREA", containsInAnyOrder("COM", "CPV", "KIR", "NRU"));
    }

    @Test
    void theCodeListsNameItsMembers() {
        given().get(API + "/codelists/CL_AREA")
                .then()
                .body("codes.find { it.id == 'G_ISLANDS' }.members", contains("COM", "CPV", "KIR", "NRU"))
                .body("codes.find { it.id == 'G_ISLANDS' }.parent", nullValue())
                .body("codes.find { it.id == '150' }.members", nullValue());
        given().urlEncodingEnabled(false)
                .accept("application/vnd.sdmx.structure+json;version=2.0.0")
                .get("/sdmx/v2/structure/codelist/TIPSTATS/CL_AREA/+")
                .then()
                .statusCode(200)
                .body(
                        "data.codelists[0].codes.find { it.id == 'G_ISLANDS' }.annotations.find { it.type == 'MEMBERS' }.value",
                        equalTo("COM CPV KIR NRU"));
    }

    @Test
    void itsCoverageIsCounted() {
        given().get(API + "/coverage/regions?dataflow=VICTIMS&TIME_PERIOD=2011&REF_AREA=" + GROUP)
                .then()
                .body("items.areas", contains(4))
                .body("items.reported", contains(4));
    }

    @Test
    void theListOfAreasHasItUnderAHeadingOfItsOwn() {
        String page = page("/en/areas");
        int heading = page.indexOf("Other groups of countries and areas");

        assertTrue(heading > 0);
        assertTrue(page.indexOf("/en/areas/" + GROUP, heading) > heading, page);
        assertTrue(page.indexOf("/en/areas/NRU", heading) > heading, page);
        assertTrue(page("/en/areas?q=nauru").contains("/en/areas/" + GROUP));
        assertFalse(page("/en/areas?q=austria").contains("/en/areas/" + GROUP));
    }

    @Test
    void anAreaOutsideM49IsListedApartAndOnce() {
        String page = page("/en/areas");
        String link = "/en/areas/TWN";

        assertTrue(page.indexOf(link) > page.indexOf(">Other reporting areas</h2>"), page);
        assertTrue(page.indexOf(">Other reporting areas</h2>") > page.indexOf("/en/areas/ATA"), page);
        assertEquals(page.indexOf(link), page.lastIndexOf(link));
        assertFalse(page.contains("on the list of the United Nations"));
        assertTrue(page(link).contains("TWN · TW · Other reporting areas"));
        String found = page("/en/areas?q=TWN");
        assertTrue(found.contains(link), found);
        assertFalse(found.contains(">Eastern Asia</a></h3>"), found);
    }

    @Test
    void itHasAProfileAndItsAreasLeadToIt() {
        String group = page("/en/areas/" + GROUP);
        assertTrue(group.contains("Group of 4 countries and territories · " + GROUP), group);
        assertTrue(group.contains("href=\"/en/areas/NRU\""), group);

        String nauru = page("/en/areas/NRU");
        assertTrue(nauru.contains("href=\"/en/areas/" + GROUP + "\""), nauru);
        assertTrue(nauru.contains("Other groups of countries and areas"), nauru);
        assertFalse(page("/en/areas/FJI").contains("/en/areas/" + GROUP));
        assertTrue(page("/en/areas/009").contains("· M49 009"), "a region has its M49 code");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/",
        "/en/coverage?region=G_ISLANDS",
        "/en/releases/grouped-1",
        "/en/reports/grouped-1",
        "/en/data/VICTIMS?REF_AREA=*&TIME_PERIOD=2011",
        "/ar/areas/G_ISLANDS",
        "/fr/methods/codelists/CL_AREA"
    })
    void everyPageThatShowsRegionsShowsIt(String address) {
        assertTrue(page(address).contains("Four islands (" + address.substring(1, 3) + ")"), address);
    }

    @ParameterizedTest
    @CsvSource({
        "/en/",
        "/en/coverage",
        "/en/releases/grouped-1",
        "/en/reports/grouped-1",
        "/en/data/VICTIMS?REF_AREA=*&TIME_PERIOD=2011"
    })
    void groupsHaveAHeadingOfTheirOwn(String address) {
        assertTrue(page(address).contains("Other groups of countries and areas"), address);
    }

    @Test
    void theListOfCodesShowsItsAreasInTheirRegions() {
        String page = page("/en/methods/codelists/CL_AREA");
        String row = page.substring(page.indexOf("<tr id=\"NRU\">"));
        row = row.substring(0, row.indexOf("</tr>"));

        assertTrue(row.contains("#057") && row.contains("#" + GROUP), row);
        assertEquals(
                -1, page.substring(page.indexOf("<tr id=\"" + GROUP + "\">")).indexOf("<tr id=\"NRU\">"));
    }

    @Test
    void areasAreSortedByNameAfterTheirGroups() {
        String query = "VICTIMS?REF_AREA=CPV,COM,FJI,009&TIME_PERIOD=2011&SEX=_T&AGE=_T&EXPLOITATION=_T"
                + "&UNIT_MEASURE=NUMBER&release=" + RELEASE;
        assertEquals(List.of("Oceania", "Cabo Verde", "Comoros", "Fiji"), heads(page("/en/data/" + query)));
        assertEquals(
                List.of("Cabo Verde", "Comoros", "Fiji", "Kenya", "Kiribati", "Nauru"),
                heads(page("/en/figure/VICTIMS/A.001._T._T._T.NUMBER/2011?release=" + RELEASE)));
    }

    private static List<String> heads(String page) {
        return Pattern.compile("<th scope=\"row\">([^<]*?)(?: <bdi[^>]*>[A-Z]{3}</bdi>)?</th><td class=\"n\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
