package org.tipstats.site.releases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;
import static org.tipstats.site.frame.SitePages.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.area.ProfileData;

/** Tests the pages of releases and of their changes over HTTP. */
@QuarkusTest
class ReleasePagesTest {

    @Inject
    ProfileData data;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        data.publish();
    }

    @Test
    void aReleaseSaysWhatItHoldsAndThatThereIsANewerOne() {
        String old = page("/en/releases/profile-1");
        String now = page("/en/releases/profile-2");

        assertTrue(text(old).contains("You are viewing release profile-1. A newer release, "));
        assertTrue(page("/en/releases").contains("href=\"/en/releases/profile-1\""));
        assertTrue(text(now).contains("Figures that differ from release profile-1"));
        assertTrue(
                Pattern.compile("World: (?:at least )?[0-9,]+ detected victims in")
                        .matcher(text(now))
                        .find(),
                "the finding");
        assertTrue(now.contains("/api/v1/releases/profile-2/bundle.zip"));
        String citation = given().get("/api/v1/releases/profile-2/citation?format=text&lang=ru")
                .asString()
                .strip();
        assertTrue(page("/ru/releases/profile-2").replace("&quot;", "\"").contains(citation), citation);
    }

    @Test
    void newReleasesCanBeFollowed() {
        for (String language : List.of("en", "ar")) {
            String feed = Pattern.compile("href=\"(/api/v1/feed[^\"]*)\" type=\"application/atom\\+xml\"")
                    .matcher(page("/" + language + "/releases"))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            get(feed).then().statusCode(200).contentType(containsString("atom")).body(containsString("profile-2"));
        }
        assertTrue(page("/en/calendar").contains("/api/v1/calendar.ics"));
    }

    @Test
    void theHashOfAFileIsThatOfWhatIsDownloaded() throws Exception {
        String page = page("/en/releases/profile-2");
        String address = Pattern.compile("href=\"(/api/v1/data/PERSONS\\?[^\"]*)\" download")
                .matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
        byte[] file = get(address).then().statusCode(200).extract().asByteArray();
        String sha256 = DigestUtils.sha256Hex(file);

        assertTrue(page.contains("<code>" + sha256 + "</code>"), sha256);
    }

    @Test
    void changesAreSetSideBySideAndFiltered() {
        String address = "/en/releases/profile-2/changes?since=profile-1&dataflow=VICTIMS";
        String page = page(address + "&kind=revised");
        String row = page.substring(page.indexOf("Faroe Islands"));
        row = text(row.substring(0, row.indexOf("</tr>")));

        assertTrue(row.contains("~ revised 2011 1,500 1,512 +12"), row);
        assertFalse(page(address + "&kind=withdrawn").contains("Faroe Islands"));
        get("/en/releases/profile-2/changes?since=no-such").then().statusCode(400);
        get(address + "&from=x").then().statusCode(400);
    }

    @Test
    void aDraftIsNotThereWhoeverAsks() {
        Instant later = Instant.now().plusSeconds(864_000);
        releases.draft("profile-draft", later);

        for (String path : new String[] {"", "/changes"}) {
            String plain = body("/en/releases/no-such" + path).replace("no-such", "");
            assertEquals(plain, body("/en/releases/profile-draft" + path).replace("profile-draft", ""));
            releases.as(AccountRole.PUBLISHER)
                    .header("Accept", "text/html")
                    .get("/en/releases/profile-draft" + path)
                    .then()
                    .statusCode(404);
        }
        get("/en/releases/profile-2/changes?since=profile-draft").then().statusCode(400);
        get("/en/releases").then().body(not(containsString("profile-draft")));
        releases.as(AccountRole.REVIEWER)
                .delete("/api/v1/releases/profile-draft")
                .then()
                .statusCode(204);
    }

    /** Removes the reference, which differs for each request. */
    private static String body(String address) {
        Response answer = get(address);
        assertEquals(404, answer.statusCode());
        return answer.asString().replaceAll("<code>[^<]*</code>", "");
    }

    @Test
    void aTimeHasNoFractionThatPagesMayNotHave() {
        assertTrue(Pattern.compile("<time datetime=\"[0-9T:-]{19}Z\"")
                .matcher(page("/en/releases"))
                .find());
        assertFalse(page("/en/releases/profile-1").matches("(?s).*<time datetime=\"[^\"]*[.].*"));
    }

    @Test
    void aTitleInOneLanguageNamesItsLanguage() {
        assertTrue(page("/ar/releases/profile-1").contains("<h1><bdi lang=\"en\">"));
        assertTrue(page("/ar/releases").contains("<td><bdi lang=\"en\">"));
    }
}
