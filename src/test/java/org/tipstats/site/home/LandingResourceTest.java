package org.tipstats.site.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.TestAccounts;

@QuarkusTest
class LandingResourceTest {

    private static final Pattern LOCAL = Pattern.compile(" (?:href|src)=\"(/[^\"]*)\"");
    private static final Pattern INLINE = Pattern.compile(
            "<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]* src=)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOREIGN = Pattern.compile("(?:href|src|action)=\"(?:https?:)?//");

    @Inject
    TestAccounts accounts;

    @Test
    void thePageIsHtmlThatIsAskedForAnewEachTime() {
        given().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/en/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .body(containsString("They are not a measure of how many victims there are."));
    }

    @Test
    void nothingInThePageNeedsMoreThanItsPolicyAllows() {
        // Browsers do not load the links to the same page in other languages.
        String page = page().replaceAll("<link rel=\"alternate\"[^>]*>", "");

        given().get("/en/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"));
        assertFalse(INLINE.matcher(page).find(), "the page must have no inline style or script");
        assertFalse(FOREIGN.matcher(page).find(), "the page must load nothing from other hosts");
        assertTrue(page.contains("<script type=\"module\" src=\"/assets/"));
    }

    @Test
    void aPublishedReleaseIsShownAndEveryLinkLeadsSomewhere() {
        publish("landing-1");
        String page = page();

        assertTrue(page.contains("<strong>landing-1</strong>"));
        assertTrue(page.contains("release=landing-1"));
        Set<String> links = links(page);
        links.addAll(links(page("/en/developers")));
        assertTrue(links.size() > 30, "the links were not found: " + links);
        Map<String, Integer> broken = new TreeMap<>();
        for (String link : links) {
            int status = given().urlEncodingEnabled(false)
                    .get(link.replace("&amp;", "&").replaceAll("#.*", ""))
                    .statusCode();
            if (status >= 400) {
                broken.put(link, status);
            }
        }
        assertEquals(Map.of(), broken);
    }

    @Test
    void whatAPageLoadsIsKeptForGoodUnderTheHashOfItsContent() {
        Set<String> assets = links(page()).stream()
                .filter(link -> link.startsWith("/assets/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(3, assets.size());
        for (String asset : assets) {
            assertTrue(asset.matches("/assets/[0-9a-f]{12}/[a-z.-]+"), asset);
            given().get(asset)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("max-age=31536000"))
                    .header("Cache-Control", containsString("immutable"));
        }
    }

    private static String page() {
        return page("/en/");
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static Set<String> links(String page) {
        return LOCAL.matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Publishes a release with one figure over HTTP. No other test uses its area and year. */
    private void publish(String id) {
        Map<String, Object> submission = accounts.as(AccountRole.SUBMITTER, "TUV")
                .contentType("text/csv")
                .body("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nTUV,_T,_T,_T,2001,129\n")
                .post("/api/v1/submissions?dataflow=VICTIMS")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        accounts.as(AccountRole.REVIEWER)
                .contentType(ContentType.JSON)
                .body(Map.of("sha256", submission.get("sha256")))
                .post("/api/v1/submissions/" + submission.get("id") + "/acceptance")
                .then()
                .statusCode(200);
        accounts.as(AccountRole.REVIEWER)
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "title", "For the landing page"))
                .post("/api/v1/releases")
                .then()
                .statusCode(201);
        accounts.as(AccountRole.PUBLISHER)
                .post("/api/v1/releases/" + id + "/publication")
                .then()
                .statusCode(200);
    }
}
