package org.tipstats.site.topics;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Ten questions of first-time readers, walked from the start page: with at most three clicks, or with one search and a click on
 * a result. All but the last need no script, so they are walked over HTTP. Links that the style sheet hides are not noticed.
 */
@QuarkusTest
class TenQuestionsTest extends PageTest {

    private static final String RELEASE = "questions-1";
    private static final int MAX_CLICKS = 3;

    private static final Map<String, String> VICTIMS_IN_EUROPE = Map.of(
            "en", "victims Europe 2015",
            "fr", "victimes Europe 2015",
            "es", "víctimas Europa 2015",
            "ru", "жертвы Европа 2015",
            "ar", "ضحايا أوروبا 2015",
            "zh", "受害者 欧洲 2015");

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.accept("VICTIMS", "FRA", """
                    REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                    FRA,_T,_T,_T,2014,900
                    FRA,_T,Y0T17,_T,2014,180
                    FRA,_T,_T,_T,2015,1000
                    FRA,_T,Y0T17,_T,2015,250
                    FRA,_T,Y_GE18,_T,2015,750
                    """);
            releases.accept("VICTIMS_CITIZENSHIP", "FRA", """
                    REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE
                    FRA,_T,_T,2015,1000
                    FRA,NGA,_T,2015,400
                    FRA,ROU,_T,2015,350
                    FRA,FRA,_T,2015,250
                    """);
            releases.accept("PERSONS", "FRA", """
                    REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE
                    FRA,SUSPECTED,_T,_T,2015,300
                    FRA,PROSECUTED,_T,_T,2015,200
                    FRA,CONVICTED,_T,_T,2015,150
                    """);
            releases.accept("VICTIMS", "BRA", """
                    REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                    BRA,_T,_T,_T,2015,700
                    """);
            releases.publish(RELEASE);
        }
    }

    /** A walk of a reader without scripts, which begins on the start page. */
    private static final class Walk {

        private final String language;
        private Document page;
        private int clicks;

        Walk(String language) {
            this.language = language;
            go("/" + language + "/");
        }

        private void go(String address) {
            page = Jsoup.parse(given().urlEncodingEnabled(false)
                    .accept("text/html")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }

        /** Clicks a link of the site by the beginning of its path. */
        Walk to(String path) {
            return click("main a[href^='/" + language + path + "']");
        }

        Walk click(String selector) {
            clicks++;
            assertTrue(clicks <= MAX_CLICKS, "too many clicks");
            Element clicked = only(selector);
            assertNull(clicked.closest("[hidden], details:not([open])"), selector + " is not in sight");
            if (clicked.hasAttr("href")) {
                go(clicked.attr("href"));
            } else {
                send(clicked);
            }
            return this;
        }

        private Element only(String selector) {
            Element found = page.selectFirst(selector);
            assertNotNull(found, page.title() + " has no " + selector);
            return found;
        }

        /** Sends the form with this field or button. */
        private void send(Element part) {
            FormElement form = (FormElement) part.closest("form");
            assertNotEquals("post", form.attr("method").toLowerCase(Locale.ROOT));
            go(form.attr("action") + "?"
                    + form.formData().stream()
                            .map(field -> field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&")));
        }

        /** Chooses a place on a topic: one click for the place, one for the button. */
        Walk choose(String area) {
            clicks++;
            page.select("#area option").removeAttr("selected");
            only("#area option[value=" + area + "]").attr("selected", true);
            return click("form.row button");
        }

        /** Searches and counts as two clicks, so that one click on a result is left. */
        Walk search(String words) {
            clicks += 2;
            send(only("#start-search").val(words));
            return this;
        }

        Walk shows(String text) {
            String main = only("main").text();
            assertTrue(main.contains(text), page.title() + " does not say " + text);
            return this;
        }

        Walk has(String selector) {
            only(selector);
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void eachQuestionHasItsAnswerWithinThreeClicks(String language) {
        new Walk(language)
                .search(VICTIMS_IN_EUROPE.get(language))
                .click("main a[href*='REF_AREA=150'][href*='2015']")
                .has("table td[data-v]");
        new Walk(language)
                .to("/topics/women-and-children")
                .has(".finding a[href*='/figure/VICTIMS/']")
                .shows("%");
        new Walk(language).to("/topics/origins-and-returns").choose("155").has(".finding a[href*='/flows?']");
        new Walk(language)
                .to("/topics/forced-labour")
                .choose("BRA")
                .has(".empty")
                .has("#more a[href$='/areas/BRA']");
        new Walk(language).to("/topics/suspects-to-convictions").choose("FRA").has("#stage svg");
        new Walk(language).to("/topics/who-reports").has("#reporters details");
        new Walk(language).to("/topics/women-and-children").to("/figure/").has("main table, main dl");
        new Walk(language).to("/releases/").has("#changes");
        new Walk(language).to("/developers").shows("read.csv(\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void aChartForASlideIsAPictureWithinThreeClicks(String language) {
        try (BrowserPage seen = open("", PageView.at(PageView.DESK).in(language))) {
            seen.page().click("main a[href^='/" + language + "/topics/women-and-children']");
            seen.page().click("main a[href^='/" + language + "/data/VICTIMS']");
            seen.page().waitForSelector("[data-picture=png]");
        }
    }
}
