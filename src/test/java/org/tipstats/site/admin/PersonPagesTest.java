package org.tipstats.site.admin;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.admin.PeopleDesk.PEOPLE;
import static org.tipstats.site.admin.PeopleDesk.secret;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Tests the page of an account over HTTP: its tokens, its rights and its end. */
@QuarkusTest
class PersonPagesTest {

    @Inject
    SignedIn people;

    @Inject
    PeopleDesk desk;

    private SiteSession admin;

    @BeforeEach
    void signIn() {
        admin = desk.open();
    }

    @Test
    void aTokenIsIssuedShownOnceAndEnded() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + account.id();
        String key = UUID.randomUUID().toString();
        Response issued =
                admin.form().formParam("days", "30").formParam("key", key).post(page + "/tokens");
        issued.then().statusCode(201).header("Cache-Control", "no-store");
        String token = secret(issued);
        assertFalse(admin.page(page).contains(token.substring(0, 12)));
        admin.form()
                .formParam("days", "30")
                .formParam("key", key)
                .post(page + "/tokens")
                .then()
                .statusCode(409);
        List<String> tokens =
                desk.account(account.id()).body("tokens", hasSize(2)).extract().path("tokens.id");
        SiteSession session = SiteSession.open(token);
        session.get("/en/desk").statusCode(200);

        String last = tokens.stream()
                .filter(id -> !id.equals(account.tokenId().toString()))
                .findFirst()
                .orElseThrow();
        admin.form()
                .post(page + "/tokens/" + last + "/end")
                .then()
                .statusCode(303)
                .header("Location", endsWith(page + "#tokens"));
        session.get("/en/desk").statusCode(401);
        assertNull(SiteSession.open(token).cookie());
        assertTrue(admin.page(page).contains("<span class=\"tag\">Ended</span>"));
        for (String days : new String[] {"0", "3651", "soon", "1.5"}) {
            admin.form()
                    .formParam("days", days)
                    .formParam("key", "wrong-days")
                    .post(page + "/tokens")
                    .then()
                    .statusCode(422)
                    .body(containsString("href=\"#days\""), containsString("value=\"" + days + "\""));
        }
        desk.account(account.id()).body("tokens", hasSize(2));
    }

    @Test
    void rolesAndAreasAreChangedAndHoldAtOnce() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        SiteSession session = SiteSession.open(account.token());
        session.get("/en/desk/review").statusCode(200);

        admin.form()
                .formParam("roles", "submitter")
                .formParam("areas", "TUV", "PLW")
                .post(PEOPLE + "/" + account.id() + "/rights")
                .then()
                .statusCode(303);
        desk.account(account.id()).body("roles", contains("submitter")).body("areas", contains("PLW", "TUV"));
        session.get("/en/desk/review").statusCode(403);
        assertTrue(session.page("/en/desk").contains("Submitter · PLW, TUV"));
        admin.form()
                .formParam("roles", "submitter")
                .post(PEOPLE + "/" + account.id() + "/rights")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one area for a submitter."));
        desk.account(account.id()).body("areas", contains("PLW", "TUV"));
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?action=account-changed&subject=accounts/" + account.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].detail.areas", contains("PLW", "TUV"));
    }

    @Test
    void anAddressIsTypedByAnAdministratorAndByThePerson() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + account.id();
        admin.form()
                .formParam("email", "jo@example.org")
                .formParam("message-lang", "ar")
                .formParam("notifications", "published", "digest")
                .post(page + "/contact")
                .then()
                .statusCode(303);
        desk.account(account.id()).body("email", equalTo("jo@example.org")).body("lang", equalTo("ar"));
        SiteSession own = SiteSession.open(account.token());
        String shown = own.page("/en/desk/account");
        assertTrue(shown.contains("value=\"jo@example.org\"") && shown.contains("value=\"digest\" checked"), shown);
        assertFalse(shown.contains("value=\"returned\""), "a reviewer sends no files");

        own.form()
                .formParam("email", "jo at example.org")
                .formParam("message-lang", "en")
                .post("/en/desk/account")
                .then()
                .statusCode(422)
                .body(containsString("Enter one address, such as jo@example.org."));
        own.form().formParam("email", "").formParam("message-lang", "en").post("/en/desk/account");
        desk.account(account.id())
                .body("email", nullValue())
                .body("notifications", contains("asked", "reminded", "returned", "accepted", "blocked"));
    }

    @Test
    void anAccountIsClosedForGood() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + account.id();
        assertTrue(admin.page(page).contains("Its token ends at once."));

        admin.form().post(page + "/end").then().statusCode(303);
        desk.account(account.id()).body("closedAt", notNullValue());
        assertNull(SiteSession.open(account.token()).cookie());
        String closed = admin.page(page);
        assertTrue(closed.contains("A closed account cannot be reopened."), closed);
        assertFalse(closed.contains("action=\"" + page), "nothing can be done with it any more");
        admin.form().formParam("key", "closed").post(page + "/tokens").then().statusCode(409);
        admin.form()
                .formParam("roles", "reviewer")
                .post(page + "/rights")
                .then()
                .statusCode(409);
    }

    @Test
    void thereIsNoPageOfWhatIsNoAccount() {
        admin.get(PEOPLE + "/" + new UUID(7, 8)).statusCode(404);
        admin.get(PEOPLE + "/abc").statusCode(404);
    }
}
