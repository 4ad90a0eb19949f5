package org.tipstats.site.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Goes from a new account and its token to its end, in a browser, in English and in Arabic; checks every page in all
 * looks.
 */
@QuarkusTest
class AdministrationJourneyTest extends PageTest {

    private static final Map<String, String> PAGES = Map.of(
            "", "overview",
            "/people?name=judge", "people",
            "/people/new", "new",
            "/schemas", "schemas",
            "/settings", "settings",
            "/population", "population",
            "/audit", "audit",
            "/audit/verification", "verification",
            "/health", "health");

    @Inject
    SignedIn people;

    @Test
    void thePagesAreFitForEveryone() {
        CreatedAccount judged = people.another(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), "FJI", "WSM");
        SignedIn.as(people.another(Set.of(AccountRole.ADMINISTRATOR)).token())
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"submitter\", \"reviewer\", \"publisher\"], \"areas\": [\"FJI\", \"WSM\"]}")
                .put("/api/v1/accounts/" + judged.id() + "/rights")
                .then()
                .statusCode(200);
        for (PageView look :
                List.of(PageView.at(PageView.DESK), PageView.at(PageView.NARROW).in("ar"))) {
            try (BrowserPage seen = signedIn(people.administrator(), look)) {
                String admin = "/" + look.language() + "/desk/admin";
                PAGES.forEach((path, name) -> {
                    seen.go(admin + path);
                    seen.checkBoth("admin-" + name);
                });
                seen.go(admin + "/people/" + judged.id());
                seen.checkBoth("admin-person");
                seen.go(admin + "/people/new");
                seen.page().click("form.stack button[type=submit]");
                seen.page().waitForSelector("#errors");
                seen.checkBoth("admin-new-fault");
            }
        }
    }

    /** Checks the longest table in two looks only, because it takes long. */
    @Test
    void theListOfAreasIsFit() {
        for (PageView look : new PageView[] {
            PageView.at(PageView.PHONE), PageView.at(PageView.DESK).in("ar").dark()
        }) {
            try (BrowserPage seen = signedIn(people.administrator(), look)) {
                seen.go("/" + look.language() + "/desk/admin/areas");
                seen.picture("admin-areas").check();
            }
        }
    }

    @Test
    void pagesOfATablet() {
        PageView look = PageView.at(PageView.TABLET).in("ar");
        try (BrowserPage seen = signedIn(people.administrator(), look)) {
            PAGES.forEach((path, name) -> {
                seen.go("/ar/desk/admin" + path);
                seen.picture("admin-" + name).check();
                assertTrue(seen.page().locator("h1").isVisible());
            });
        }
    }

    @Test
    void inEnglishAnAccountComesAndItsTokenGoes() {
        journey(PageView.at(PageView.DESK), "Journey English");
    }

    @Test
    void inArabicAnAccountComesAndItsTokenGoesWithoutScripts() {
        journey(PageView.at(PageView.PHONE).in("ar").withoutScript(), "رحلة");
    }

    private void journey(PageView look, String name) {
        String token;
        String account;
        try (BrowserPage seen = signedIn(people.administrator(), look)) {
            Page page = seen.page();
            page.click(".desk-bar a[href$='/desk/admin/people']");
            page.click(".head a.button");
            page.fill("#name", name);
            page.check("input[name=roles][value=reviewer]");
            page.click("form.stack button[type=submit]");
            page.waitForSelector("#token");
            seen.picture("admin-secret").check();
            page.click(".narrow a.button");
            page.waitForSelector("#tokens");
            account = page.url();
            page.fill("#days", "30");
            page.click("form[action$='/tokens'] button");
            page.waitForSelector("#token");
            token = page.innerText("#token");
            assertTrue(token.startsWith("tip_"), token);
        }
        try (BrowserPage seen = signedIn(token, look)) {
            assertTrue(seen.page().innerText(".who").contains(name));
        }
        try (BrowserPage seen = signedIn(people.administrator(), look)) {
            Page page = seen.page();
            page.navigate(account);
            page.locator("#tokens ~ .scroller tr").last().locator("button").click();
            page.waitForSelector("#tokens ~ .scroller .tag:not(.good)");
            assertEquals(1, page.locator("form[action$='/end'] .small-button").count(), "one token must be left");
            seen.picture("admin-person-ended").check();
        }
        try (BrowserPage seen = open("/sign-in", look)) {
            seen.page().fill("#token", token);
            seen.page().click("form.stack button[type=submit]");
            seen.page().waitForSelector("#errors");
        }
    }
}
