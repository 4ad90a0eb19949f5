package org.tipstats.site.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Ten questions of first-time readers, walked in a browser from the start page: with at most three clicks, or with one
 * search and a click on a result.
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

    /** A walk of a reader, which begins on the start page. */
    private static final class Walk implements AutoCloseable {

        private final String language;
        private final BrowserPage seen;
        private int clicks;

        Walk(String language, boolean script) {
            this.language = language;
            PageView look = PageView.at(PageView.DESK).in(language);
            this.seen = open("", script ? look : look.withoutScript());
        }

        Page page() {
            return seen.page();
        }

        /** Clicks a link of the site by the beginning of its path. */
        Walk to(String path) {
            return click("main a[href^='/" + language + path + "']");
        }

        Walk click(String selector) {
            clicks++;
            assertTrue(clicks <= MAX_CLICKS, "too many clicks");
            page().locator(selector).first().click();
            page().waitForLoadState();
            return this;
        }

        /** Chooses a place on a topic: one click for the place, one for the button. */
        Walk choose(String area) {
            clicks++;
            page().selectOption("#area", area);
            return click("form.row button");
        }

        /** Searches and counts as two clicks, so that one click on a result is left. */
        Walk search(String words) {
            clicks += 2;
            page().fill("#start-search", words);
            page().locator("#start-search").press("Enter");
            page().waitForLoadState();
            return this;
        }

        Walk shows(String text) {
            String main = page().locator("main").textContent();
            assertTrue(main.contains(text), page().url() + " does not say " + text);
            return this;
        }

        Walk has(String selector) {
            assertTrue(page().locator(selector).count() > 0, page().url() + " has no " + selector);
            return this;
        }

        @Override
        public void close() {
            seen.close();
        }
    }

    private static Walk walk(String language) {
        return new Walk(language, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void eachQuestionHasItsAnswerWithinThreeClicks(String language) {
        try (Walk victims = walk(language)) {
            victims.search(VICTIMS_IN_EUROPE.get(language))
                    .click("main a[href*='REF_AREA=150'][href*='2015']")
                    .has("table td[data-v]");
        }
        try (Walk children = walk(language)) {
            children.to("/topics/women-and-children")
                    .has(".finding a[href*='/figure/VICTIMS/']")
                    .shows("%");
        }
        try (Walk origins = walk(language)) {
            origins.to("/topics/origins-and-returns").choose("155").has(".finding a[href*='/flows?']");
        }
        try (Walk labour = walk(language)) {
            labour.to("/topics/forced-labour").choose("BRA").has(".empty").has("#more a[href$='/areas/BRA']");
        }
        try (Walk stages = walk(language)) {
            stages.to("/topics/suspects-to-convictions").choose("FRA").has("#stage svg");
        }
        try (Walk stopped = walk(language)) {
            stopped.to("/topics/who-reports").has("#reporters details");
        }
        try (Walk made = walk(language)) {
            made.to("/topics/women-and-children").to("/figure/").has("main table, main dl");
        }
        try (Walk changed = walk(language)) {
            changed.to("/releases/").has("#changes");
        }
        try (Walk raw = walk(language)) {
            raw.to("/developers").shows("read.csv(\"http");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void aChartForASlideIsAPictureWithinThreeClicks(String language) {
        try (Walk slide = new Walk(language, true)) {
            slide.to("/topics/women-and-children").to("/data/VICTIMS");
            slide.page().locator("[data-picture=png]").first().waitFor();
        }
    }
}
