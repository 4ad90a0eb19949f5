package org.tipstats.site.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.vocabulary.schema.LocalText;

@QuarkusTest
class SitemapResourceTest {

    private static final String RELEASE = "sitemap-1";

    @Inject
    TestReleases releases;

    private static String sitemap() {
        return given().get("/sitemap.xml").then().statusCode(200).extract().asString();
    }

    private static List<String> addresses(String sitemap) {
        return Jsoup.parse(sitemap, "", Parser.xmlParser()).select("url > loc").eachText();
    }

    @Test
    void searchEnginesReadEverythingButTheDeskTheSignInAndTheSearch() {
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("User-agent: *\nDisallow: /*/desk\nDisallow: /*/sign-in\n"))
                .body(containsString("Disallow: /*/search\n"))
                .body(not(containsString("Disallow: /\n")))
                .body(not(containsString("Sitemap:")));
    }

    @Test
    void eachAddressOfTheSitemapIsAPageAndNoneNeedsAnAccount() {
        publish();
        String base = RestAssured.baseURI + ":" + RestAssured.port;
        Map<String, Integer> broken = new TreeMap<>();
        List<String> all = addresses(sitemap());

        for (String address : all) {
            assertTrue(address.startsWith(base + "/"), address);
            assertFalse(address.matches(".*/(desk|sign-in|search|invitation)(/.*)?"), address);
            if (address.startsWith(base + "/en/") && !address.contains("/rules/")) {
                int status = given().redirects().follow(false).get(address).statusCode();
                if (status != 200) {
                    broken.put(address, status);
                }
            }
        }

        assertEquals(Map.of(), broken);
        for (String path : List.of("/", "/areas/001", "/topics/forced-labour", "/reports/" + RELEASE)) {
            assertTrue(all.contains(base + "/zh" + path), path);
        }
        assertFalse(all.contains(base + "/en/areas/ATA"), "which has no figures");
    }

    @Test
    void eachEntryNamesItsPageInAllLanguages() {
        Element first = Jsoup.parse(sitemap(), "", Parser.xmlParser()).selectFirst("url");

        assertEquals(
                LocalText.LANGUAGES, first.select("xhtml|link[rel=alternate]").eachAttr("hreflang"));
        assertTrue(first.select("xhtml|link")
                .eachAttr("href")
                .contains(first.selectFirst("loc").text()));
    }

    @Test
    void aReleaseIsInTheSitemapOnceItIsPublicAndNotBefore() {
        publish();
        Response before = given().get("/sitemap.xml");
        releases.draft("sitemap-draft", null);

        assertFalse(sitemap().contains("sitemap-draft"));
        given().header("If-None-Match", before.header("ETag"))
                .get("/sitemap.xml")
                .then()
                .statusCode(304);
        assertTrue(before.asString().contains("/releases/" + RELEASE + "<"));
    }

    private void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.acceptOne();
            releases.publish(RELEASE);
        }
    }
}
