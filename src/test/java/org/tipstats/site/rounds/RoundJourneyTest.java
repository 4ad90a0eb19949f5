package org.tipstats.site.rounds;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.OtherDeployment;
import org.tipstats.SignedIn;
import org.tipstats.collect.rounds.AskedRounds;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;
import org.tipstats.site.session.KeycloakServer.Door;

/**
 * The whole way of a round on a phone, from the invitation of a statistician to the release of their figures. The State reads
 * Arabic and signs in with Keycloak; the secretariat reads English.
 */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class RoundJourneyTest extends PageTest {

    private static final String ROUND = "way-2023";
    private static final String AREA = "DMA";
    private static final String ADDRESS = "statistics@example.org";
    private static final String PART = "/ar/desk/rounds/" + ROUND + "/" + AREA;
    private static final PageView STATE = PageView.at(PageView.PHONE).in("ar");
    private static final PageView OFFICE = PageView.at(PageView.PHONE);
    private static final Page.WaitForURLOptions LONG = new Page.WaitForURLOptions().setTimeout(120_000);
    private static final Pattern LINK = Pattern.compile("(/ar/[^\"\\s<]+)");

    Door door;

    @Inject
    SignedIn people;

    @Inject
    TestMailbox mailbox;

    private GreenMail server;
    private BrowserPage state;

    @BeforeEach
    void open() {
        server = mailbox.open();
        state = reader(STATE);
    }

    @AfterEach
    void close() {
        state.close();
        server.stop();
    }

    @Test
    void figuresGoFromTheQuestionToTheRelease() {
        openRoundAndInvite();
        signInWithTheInvitation();
        String returned = typeAndSubmit();
        returnFile(returned);
        readWhyItWasReturned(returned);
        String accepted = submit(327);
        acceptFile(accepted);
        boardShows();
        openDraftToTheState();
        publicationIsBlocked();
        consent();
        publish();
    }

    private void openRoundAndInvite() {
        try (BrowserPage seen = signedIn(people.administrator(), OFFICE)) {
            Page page = seen.page();
            seen.go("/en/desk/rounds/new");
            page.fill("#id", ROUND);
            page.fill("#title-en", "Figures of 2023");
            page.check("input[name=dataflows][value=VICTIMS]");
            page.fill("#years", "2023");
            page.fill("#areas", AREA);
            page.fill("#closesAt", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
            page.fill("#contact", "Data office");
            page.click("main form.stack button[type=submit]");
            page.waitForURL("**/desk/rounds/" + ROUND);

            seen.go("/en/desk/admin/people/new");
            page.fill("#name", "Statistical office of Dominica");
            page.fill("#email", ADDRESS);
            page.selectOption("#lang", "ar");
            page.check("input[name=roles][value=submitter]");
            page.evaluate("() => document.querySelectorAll('#areas details').forEach(each => each.open = true)");
            page.check("input[name=areas][value=" + AREA + "]");
            page.click("button[name=invite]");
            page.waitForSelector("main h1");
            seen.check();
        }
    }

    /** Sends what waits, and returns the newest message to the State with a link to a page below a path. */
    private String mailed(String path) {
        mailbox.deliver();
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> TestMailbox.header(message, "To").equals(ADDRESS))
                .map(TestMailbox::text)
                .filter(text -> link(text).startsWith(path))
                .reduce((former, newer) -> newer)
                .orElseThrow(() -> new AssertionError(Arrays.stream(server.getReceivedMessages())
                        .map(RoundJourneyTest::summary)
                        .toList()
                        .toString()));
    }

    private static String summary(MimeMessage message) {
        return TestMailbox.header(message, "To") + " " + TestMailbox.text(message);
    }

    private static String link(String text) {
        Matcher found = LINK.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** Signs in in another tab, because the pages of the provider are not ours to check. */
    private void signInWithTheInvitation() {
        door.await();
        state.go(link(mailed("/ar/invitation/")));
        state.picture("journey-invitation").check();
        try (Page tab = state.page().context().newPage()) {
            tab.navigate(state.page().url());
            tab.click("form[action$='/provider'] button");
            tab.fill("#username", "ines");
            tab.fill("#password", "secret-ines");
            tab.click("#kc-login");
            tab.waitForURL("**/ar/desk");
        }
        state.go("/ar/desk");
        assertTrue(state.page().textContent("body").contains("Statistical office of Dominica"));
        state.picture("journey-desk").check();
        AskedRounds.mail();
        state.go(link(mailed(PART)));
        state.picture("journey-part").check();
    }

    private Locator cell(int row) {
        return state.page().locator("tr[data-row]").nth(row).locator("td > input");
    }

    private String typeAndSubmit() {
        state.page().click("a[href$='/VICTIMS']");
        state.page().waitForSelector("#entry");
        cell(0).fill("4 00");
        state.page().click("button[value=submit]");
        state.page().waitForSelector("#errors a");
        state.picture("journey-mistake").check();
        return submit(320);
    }

    /** Corrects the figures, submits them, and returns the id of the submission. */
    private String submit(int women) {
        Page page = state.page();
        state.go(PART + "/VICTIMS");
        cell(0).fill("400");
        cell(1).fill(Integer.toString(women));
        cell(2).fill(Integer.toString(400 - women));
        page.click("button[value=submit]");
        page.waitForSelector(".timeline");
        state.check();
        return page.url().replaceAll(".*/", "");
    }

    private void returnFile(String id) {
        try (BrowserPage seen = signedIn(people.reviewer(), OFFICE)) {
            seen.go("/en/desk/review/" + id);
            seen.page().fill("#reason", "Please look at the women again: is it 327?");
            seen.page().click("button.danger");
            seen.page().waitForSelector(".decision-bar .tag.warning");
        }
    }

    private void readWhyItWasReturned(String id) {
        String message = mailed("/ar/desk/submissions/" + id);
        assertTrue(message.contains("Please look at the women again"), message);
        assertFalse(message.contains("is it 327"), "no figure leaves by mail");
        state.go(link(message));
        assertTrue(state.page().textContent("main").contains("is it 327?"));
        state.picture("journey-returned").check();
    }

    private void acceptFile(String id) {
        try (BrowserPage seen = signedIn(people.reviewer(), OFFICE)) {
            seen.go("/en/desk/review/" + id);
            seen.page().click("form[action$='/acceptance'] button[type=submit]");
            seen.page().waitForSelector(".decision-bar .tag.good");
        }
        assertFalse(mailed("/ar/desk/submissions/" + id).isEmpty());
    }

    private void boardShows() {
        try (BrowserPage seen = signedIn(people.reviewer(), OFFICE)) {
            seen.go("/en/desk/rounds/" + ROUND);
            String row = seen.page().textContent("table.labelled tbody tr");
            assertTrue(row.contains("Dominica") && row.contains("Accepted"), row);
            seen.picture("journey-board").check();
        }
        state.go(PART);
        assertEquals(1, state.page().locator("table.grid .tag.good").count());
    }

    private void openDraftToTheState() {
        try (BrowserPage seen = signedIn(people.reviewer(), OFFICE)) {
            Page page = seen.page();
            seen.go("/en/desk/releases/new");
            page.fill("#id", ROUND);
            page.fill("#title-en", "Figures of 2023");
            page.click("form.stack button[type=submit]");
            page.waitForURL("**/desk/releases/" + ROUND, LONG);
            seen.go("/en/desk/releases/" + ROUND + "/consultation");
            page.fill("#until", LocalDate.now(ZoneOffset.UTC).plusDays(7) + "T12:00");
            page.click("main form.stack button[type=submit]");
            page.waitForSelector("#answers-caption");
            seen.check();
        }
    }

    /** In this service, an area that may still answer blocks. */
    private void publicationIsBlocked() {
        SignedIn.as(people.publisher())
                .post("/api/v1/releases/" + ROUND + "/publication")
                .then()
                .statusCode(409)
                .body("checks.find { it.id == 'consultation' }.outcome", equalTo("blocking"));
    }

    private void consent() {
        Page page = state.page();
        state.go(link(mailed("/ar/desk/consultations/" + ROUND + "/" + AREA)) + "?dataflow=VICTIMS");
        assertTrue(page.textContent("#figures-caption ~ tbody").contains("400"));
        state.picture("journey-consultation").check();
        page.click("button[value=confirm]");
        page.waitForURL("**/consultations/" + ROUND + "/" + AREA);
        state.check();
    }

    private void publish() {
        try (BrowserPage seen = signedIn(people.publisher(), OFFICE)) {
            Page page = seen.page();
            seen.go("/en/desk/releases/" + ROUND + "/consultation");
            assertEquals(1, page.locator("tbody .tag.good").count());
            seen.go("/en/desk/releases/" + ROUND + "/publication");
            page.fill("#typed", ROUND);
            page.click("form.stack button[type=submit]");
            page.waitForURL("**/desk/releases/" + ROUND, LONG);
            page.waitForSelector(".decision-bar .tag.good");
        }
        state.go("/ar/areas/" + AREA);
        assertTrue(state.page().textContent("main").contains("400"));
        state.picture("journey-published").check();
    }
}
