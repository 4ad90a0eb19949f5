package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the pages of this package in a real browser. */
@QuarkusTest
class WebsiteTest extends PageTest {

    @Inject
    SignedIn people;

    @ParameterizedTest
    @CsvSource({
        "start, /",
        "about, /about",
        "accessibility, /accessibility",
        "developers, /developers",
        "methods, /methods",
        "rule, /methods/rules/unknown-code",
        "codelist, /methods/codelists/CL_EXPLOITATION",
        "sign-in, /sign-in",
        "components, /dev/components"
    })
    void aPageIsFitForEveryone(String name, String path) {
        checkLooks(path, name);
    }

    @Test
    void theDeskOfEachRoleIsFitForEveryone() {
        for (PageView look : PageView.USUAL) {
            try (BrowserPage desk = signIn(people.reviewer(), look)) {
                desk.checkBoth("desk-reviewer");
            }
        }
        for (String token : new String[] {people.submitter("AUT"), people.publisher(), people.administrator()}) {
            try (BrowserPage desk = signedIn(token, PageView.at(PageView.TABLET))) {
                desk.picture("desk").check();
            }
        }
    }

    @Test
    void aProblemIsFitForEveryone() {
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = reader(look)) {
                assertEquals(404, seen.go("/" + look.language() + "/nothing").status());
                seen.checkBoth("problem");
            }
        }
    }

    /** A phone shows 780 pixels; three quarters of them are for the page. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void theHeadLeavesRoomForThePageOnAPhone(String language) {
        try (BrowserPage seen = open("/about", PageView.at(PageView.PHONE).in(language))) {
            Object height = seen.page().evaluate("() => document.querySelector('header.top').offsetHeight");
            assertTrue(((Number) height).intValue() <= 195, language + ": " + height + " pixels");
        }
    }

    @Test
    void aWrongTokenLeadsTheFocusToWhatIsWrong() {
        try (BrowserPage seen = open("/sign-in", PageView.at(PageView.DESK))) {
            seen.page().fill("#token", "tip_wrong");
            seen.page().click("form.stack button[type=submit]");
            seen.page().waitForSelector("#errors");
            seen.picture("sign-in-wrong").check();

            assertTrue(seen.page().title().startsWith("Error:"));
            assertEquals("errors", seen.page().evaluate("() => document.activeElement.id"));
            seen.page().click("#errors a");
            assertEquals("token", seen.page().evaluate("() => document.activeElement.id"));
        }
    }

    @Test
    void withoutScriptsOneSignsInAndOutAndChoosesATheme() {
        try (BrowserPage seen =
                signIn(people.reviewer(), PageView.at(PageView.DESK).withoutScript())) {
            seen.check();
            Page page = seen.page();
            page.click(".themes button[value=dark]");
            page.waitForURL("**/en/desk");
            assertEquals("dark", page.getAttribute("html", "data-theme"));
            page.click(".who button");
            page.waitForURL("**/en/sign-out");
            assertEquals(401, seen.go("/en/desk").status());
        }
    }

    @Test
    void theFirstStopOfTheKeyboardLeadsToTheContent() {
        try (BrowserPage seen = open("/about", PageView.at(PageView.DESK).in("ar"))) {
            seen.page().keyboard().press("Tab");
            assertTrue(seen.page().isVisible(".skip:focus"));
            seen.page().keyboard().press("Enter");
            seen.page().waitForURL(Pattern.compile(".*#content"));
        }
    }

    /** The day stands before the month and hours run to 24, as in the sentences of the page. */
    @Test
    void aTimeOfTheReaderIsWrittenAsThePageWritesTimes() {
        try (BrowserPage seen = open("/dev/components", PageView.at(PageView.DESK))) {
            String text = seen.page().textContent("[data-at]");
            assertTrue(text.matches("That is [2-4] May 2018 at \\d{2}:00:00 .* in your time zone\\."), text);
        }
    }

    @Test
    void theLanguageSwitchStaysOnThePage() {
        try (BrowserPage seen = open("/methods/rules/unknown-code", PageView.at(PageView.DESK))) {
            seen.page().click(".languages a[lang=ar]");
            seen.page().waitForURL("**/ar/methods/rules/unknown-code");
            assertEquals("rtl", seen.page().getAttribute("html", "dir"));
            seen.check();
        }
    }
}
