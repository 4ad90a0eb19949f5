package org.tipstats.site.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** A reviewer asks about a figure and the submitter answers, in English with scripts and in Arabic without. */
@QuarkusTest
class CommentJourneyTest extends PageTest {

    private static final String AREA = "BWA";

    @Inject
    SignedIn people;

    private String waiting(int year) {
        return Desk.submitted(people.submitter(AREA), Desk.file(AREA, "F,_T,_T," + year + ",51"));
    }

    @Test
    void inEnglishAFigureIsAskedAboutAndExplained() {
        journey(PageView.at(PageView.DESK), 2012);
    }

    @Test
    void inArabicAFigureIsAskedAboutAndExplainedWithoutScripts() {
        journey(PageView.at(PageView.PHONE).in("ar").withoutScript(), 2013);
    }

    private void journey(PageView look, int year) {
        String id = waiting(year);
        String desk = "/" + look.language() + "/desk/";
        try (BrowserPage seen = signedIn(people.reviewer(), look)) {
            Page page = seen.page();
            seen.go(desk + "review/" + id);
            page.click(".impact tbody a[href*='/comments?key=']");
            page.waitForURL("**/comments?key=*");
            seen.picture("comments-none").check();
            say(page, "Of <all> courts?");
            assertEquals(1, page.locator(".talk blockquote").count());
            assertTrue(page.textContent(".talk blockquote").contains("Of <all> courts?"));
        }
        try (BrowserPage seen = signedIn(people.submitter(AREA), look)) {
            Page page = seen.page();
            seen.go(desk + "submissions/" + id);
            seen.picture("submission-asked").check();
            page.click(".notice a[href$='/comments']");
            page.waitForURL("**/comments");
            page.click(".talk a[href*='key=']");
            page.waitForURL("**/comments?key=*");
            page.evaluate("() => document.getElementById('say').value = ' '");
            page.click("form[action$='/comments'] button[type=submit]");
            page.waitForSelector("#errors");
            seen.picture("comments-fault").check();
            say(page, "Of all.");
            assertEquals(2, page.locator(".talk blockquote").count());
            seen.picture("comments").check();
            seen.go(desk + "submissions/" + id);
            assertFalse(page.content().contains("notice warning"), "no comment may still wait for an answer");
        }
    }

    private static void say(Page page, String text) {
        page.fill("#say", text);
        page.click("form[action$='/comments'] button[type=submit]");
        page.waitForSelector(".talk:has-text('" + text + "')");
    }
}
