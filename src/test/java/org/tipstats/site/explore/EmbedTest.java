package org.tipstats.site.explore;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.explore.PublishedSeries.CHOICE;
import static org.tipstats.site.explore.PublishedSeries.NEWER;
import static org.tipstats.site.explore.PublishedSeries.RELEASE;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests figures that other websites embed. */
@QuarkusTest
class EmbedTest extends PageTest {

    private static final String PATH = "/data/VICTIMS/embed?" + CHOICE + "&view=bar&release=" + RELEASE;
    private static final String NOBODY = "frame-ancestors 'none'";

    @Inject
    PublishedSeries series;

    @BeforeEach
    void publish() {
        series.publish();
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(address);
    }

    @Test
    void anyoneMayFrameThisPageAndNoOther() {
        get("/en" + PATH)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("Content-Security-Policy", containsString("form-action 'none'"))
                .header("X-Frame-Options", nullValue())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/data/VICTIMS?" + CHOICE + "&release=" + RELEASE,
                "/en/data/VICTIMS/map.svg?" + CHOICE,
                "/en/data/NOTHING/embed?REF_AREA=AND",
                "/en/data/VICTIMS/embed?REF_AREA=XYZ",
                "/en/data/VICTIMS/embed?" + CHOICE + "&release=nothing",
                "/en/data",
                "/en/sign-in",
                "/en/"
            })
    void nobodyFramesAnythingElse(String address) {
        get(address)
                .then()
                .header("Content-Security-Policy", containsString(NOBODY))
                .header("X-Frame-Options", "DENY");
    }

    @Test
    void whoReadsItMakesNoDifference() {
        String alone = get("/en" + PATH).asString();
        String known = given().urlEncodingEnabled(false)
                .cookie("tipstats-theme", "dark")
                .cookie("tipstats-session", "something")
                .cookie("tipstats-lang", "fr")
                .get("/en" + PATH)
                .asString();

        assertEquals(alone, known);
        assertFalse(alone.contains("<form"), "an embedded page must not have a form");
        assertFalse(alone.contains("form-token"));
        assertTrue(alone.contains("data-v=\"1140\""));
    }

    @Test
    void anAddressWithoutAReleaseLeadsToThePinnedOne() {
        get("/en/data/VICTIMS/embed?" + CHOICE + "&view=bar")
                .then()
                .statusCode(303)
                .header("Location", containsString("/en/data/VICTIMS/embed?" + CHOICE + "&view=bar&release="));
        assertFalse(get("/en" + PATH).asString().contains("data-v=\"250\""), "which " + NEWER + " has");
    }

    @Test
    void theExplorerOffersTheCode() {
        String page = get("/en/data/VICTIMS?" + CHOICE + "&view=bar&release=" + RELEASE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String code = Pattern.compile("<code>(&lt;iframe.*?)</code>")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        String address = Pattern.compile("src=\"([^\"]*)\"")
                .matcher(code)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");

        assertTrue(address.matches("http://[^/]+:" + RestAssured.port + "/en/data/VICTIMS/embed[?].*"), address);
        assertTrue(address.endsWith("release=" + RELEASE), address);
        get(address).then().statusCode(200);
    }

    /** Starts a server with a page of another origin. */
    private static HttpServer elsewhere() throws IOException {
        String origin = "http://localhost:" + RestAssured.port;
        byte[] body = ("<!DOCTYPE html><title>Elsewhere</title><iframe id=\"may\" width=\"900\" height=\"800\" src=\""
                        + origin
                        + "/en" + PATH.replace("&", "&amp;") + "\"></iframe><iframe id=\"may-not\" src=\"" + origin
                        + "/en/data\"></iframe>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aPageOfAnotherWebsiteShowsTheChart() throws IOException {
        HttpServer server = elsewhere();
        try (BrowserPage seen = reader(PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            FrameLocator framed = page.frameLocator("#may");
            framed.locator("figure[data-ready] svg").first().waitFor();

            assertTrue(framed.locator(".plot svg text").allTextContents().contains("1,140b"));
            assertEquals(1, framed.locator("main").count());
            assertEquals(0, page.frameLocator("#may-not").locator("main").count());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void itIsFitForEveryone() {
        checkLooks(PATH, "embed");
        checkLooks(PATH.replace("&view=bar", ""), "embed-table");
    }
}
