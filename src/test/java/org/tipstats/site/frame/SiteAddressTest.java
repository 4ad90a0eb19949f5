package org.tipstats.site.frame;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.vocabulary.schema.LocalText;

/** Addresses, languages, headers and cookies that all pages share. */
@QuarkusTest
class SiteAddressTest {

    private static final Pattern ALTERNATE =
            Pattern.compile("<link rel=\"alternate\" hreflang=\"(..)\" href=\"([^\"]+)\">");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr-CH, fr;q=0.9, en;q=0.8 | fr", "de, zh-Hans-CN;q=0.5 | zh", "de | en", "ar-EG | ar"})
    void theStartIsInTheLanguageThatTheBrowserAsksFor(String wanted, String language) {
        given().redirects()
                .follow(false)
                .header("Accept-Language", wanted)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", equalTo("/" + language + "/"))
                .header("Vary", containsString("Accept-Language"))
                .header("Vary", containsString("Cookie"));
    }

    @Test
    void theLanguageReadLastGoesBeforeWhatTheBrowserAsksFor() {
        String kept = given().get("/es/about").then().statusCode(200).extract().cookie("tipstats-lang");

        assertEquals("es", kept);
        given().redirects()
                .follow(false)
                .cookie("tipstats-lang", kept)
                .header("Accept-Language", "fr")
                .get("/")
                .then()
                .header("Location", equalTo("/es/"));
        given().cookie("tipstats-lang", kept).get("/es/about").then().header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void aPageSaysItsLanguageAndLeadsToTheSamePageInTheOthers(String language) {
        String page = given().urlEncodingEnabled(false)
                .get("/" + language + "/methods?x=1&y=%22")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Cache-Control", "no-cache")
                .extract()
                .asString();

        assertTrue(page.contains("<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr")));
        Map<String, String> others = ALTERNATE
                .matcher(page)
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2).replaceFirst("^http://[\\w.]+:\\d+", "")));
        assertEquals(LocalText.LANGUAGES.size(), others.size());
        others.forEach((other, address) -> assertEquals("/" + other + "/methods?x=1&amp;y=%22", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de/", "/de/about", "/english/about"})
    void aLanguageThatTheWebsiteDoesNotSpeakIsNowhere(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void aTitleSaysPageSectionAndSite() {
        given().get("/en/methods/codelists/CL_SEX")
                .then()
                .body(containsString("<title>Sex · Methods · TIPstats</title>"))
                .body(containsString("<a href=\"/en/methods\">Methods</a>"));
    }

    @Test
    void theChoiceOfAThemeIsKeptAndLeadsBack() {
        String kept = given().redirects()
                .follow(false)
                .formParam("theme", "dark")
                .formParam("back", "/ar/methods?x=1")
                .post("/ar/theme")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/ar/methods?x=1"))
                .extract()
                .cookie("tipstats-theme");

        assertEquals("dark", kept);
        given().cookie("tipstats-theme", kept)
                .get("/ar/methods")
                .then()
                .header("Vary", containsString("Cookie"))
                .body(containsString("data-theme=\"dark\""));
        given().cookie("tipstats-theme", "\"><script>")
                .get("/ar/methods")
                .then()
                .body(containsString("data-theme=\"auto\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "/q/dev",
                "/en\n/x",
                ""
            })
    void aFormLeadsBackToThisWebsiteOnly(String address) {
        given().redirects()
                .follow(false)
                .formParam("theme", "light")
                .formParam("back", address)
                .post("/fr/theme")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/fr/"));
    }

    @Test
    void whatAPageLoadsIsKeptForGoodOnlyUnderItsHash() {
        given().get("/assets/000000000000/site.css")
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .header("Cache-Control", "no-store");
        given().get("/assets/000000000000/nothing.css").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/assets/000000000000/..%2Fapplication.properties")
                .then()
                .statusCode(is(404));
    }
}
