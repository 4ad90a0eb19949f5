package org.tipstats.site.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.admin.PeopleDesk.PEOPLE;
import static org.tipstats.site.admin.PeopleDesk.create;
import static org.tipstats.site.admin.PeopleDesk.secret;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Tests the list of accounts and the form for new ones over HTTP, and who may use these pages. */
@QuarkusTest
class PeoplePagesTest {

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
    void aNewAccountGetsATokenThatIsShownOnceAndOpensTheDesk() {
        String name = "Ann <b>" + UUID.randomUUID();
        Response made = create(admin, " " + name + " ", UUID.randomUUID().toString());
        made.then().statusCode(201).header("Cache-Control", "no-store").body(not(containsString("<b>")));
        String token = secret(made);
        String id = desk.ids(name).get(0);

        made.then().body(containsString("Another administrator must confirm: Reviewer, Publisher."));
        desk.account(id).body("name", equalTo(name)).body("grants.role", contains("reviewer", "publisher"));
        String desk = SiteSession.open(token).page("/en/desk");
        assertTrue(desk.contains("Your account has no role yet."), desk);
        for (String page : new String[] {PEOPLE + "?name=Ann", PEOPLE + "/" + id}) {
            String text = admin.page(page);
            assertTrue(text.contains("Ann &lt;b&gt;"), text);
            assertFalse(text.contains(token.substring(0, 12)), page);
        }
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?action=account-created&subject=accounts/" + id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].actorName", equalTo("administrator"))
                .body(not(containsString(token)));
    }

    @Test
    void theSameFormSentTwiceMakesOneAccount() {
        String name = "Twice " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();

        create(admin, name, key).then().statusCode(201);
        String id = desk.ids(name).get(0);
        create(admin, name, key)
                .then()
                .statusCode(303)
                .header("Location", endsWith(PEOPLE + "/" + id))
                .body(not(containsString("tip_")));
        assertEquals(List.of(id), desk.ids(name));
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingIsMade() {
        admin.form()
                .formParam("name", " ")
                .formParam("key", "faulty")
                .post(PEOPLE + "/new")
                .then()
                .statusCode(422)
                .body(
                        containsString("<title>Error: New account"),
                        containsString("href=\"#name\">Enter a name."),
                        containsString("href=\"#roles\">Choose at least one role."));
        String name = "Faulty " + UUID.randomUUID();
        admin.form()
                .formParam("name", name)
                .formParam("roles", "submitter")
                .formParam("key", "faulty")
                .post(PEOPLE + "/new")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#areas\""), containsString("value=\"" + name + "\""));
        admin.form()
                .formParam("name", name)
                .formParam("roles", "submitter", "reviewer")
                .formParam("areas", "AUT")
                .formParam("source", "IOM")
                .formParam("key", "faulty")
                .post(PEOPLE + "/new")
                .then()
                .statusCode(422)
                .body(containsString("can only be a submitter."), containsString("value=\"AUT\" checked"));
        assertEquals(List.of(), desk.ids(name));
    }

    @Test
    void theListIsNarrowedDown() {
        String mark = UUID.randomUUID().toString();
        create(admin, mark + "-reviewer", mark).then().statusCode(201);

        for (String state : new String[] {"open", "pending"}) {
            assertTrue(admin.page(PEOPLE + "?name=" + mark.toUpperCase(Locale.ROOT) + "&role=&area=&state=" + state)
                    .contains("/people/" + desk.ids(mark).get(0) + "\"><bdi>" + mark + "-reviewer"));
        }
        for (String other : new String[] {"role=reviewer", "area=AUT", "state=closed", "state=mixed"}) {
            String text = admin.page(PEOPLE + "?name=" + mark + "&" + other);
            assertTrue(text.contains("No account matches your selection."), other);
        }
        admin.get(PEOPLE + "?role=king").statusCode(400);
        admin.get(PEOPLE + "?cursor=x").statusCode(400);
    }

    @Test
    void withoutTheTokenOfThePageNothingHappens() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + account.id();
        String name = "Forged " + UUID.randomUUID();
        for (String path : new String[] {
            PEOPLE + "/new",
            page + "/tokens",
            page + "/tokens/" + account.tokenId() + "/end",
            page + "/tokens/" + account.tokenId() + "/confirmation",
            page + "/link/confirmation",
            page + "/rights",
            page + "/grants/" + account.grants().get(0).id() + "/confirmation",
            page + "/grants/" + account.grants().get(0).id() + "/refusal",
            page + "/end"
        }) {
            admin.request()
                    .formParam("name", name)
                    .formParam("roles", "administrator")
                    .formParam("key", name)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        assertEquals(List.of(), desk.ids(name));
        desk.account(account.id())
                .body("closedAt", nullValue())
                .body("roles", contains("reviewer"))
                .body("tokens", hasSize(1))
                .body("tokens[0].revokedAt", nullValue());
    }

    @Test
    void thePagesAreForAdministrators() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String id = account.id().toString();
        String grant = "/" + id + "/grants/" + account.grants().get(0).id();
        for (String token : new String[] {people.submitter("ALB"), people.reviewer(), people.publisher()}) {
            SiteSession session = SiteSession.open(token);
            for (String path : new String[] {PEOPLE, PEOPLE + "/new", PEOPLE + "/" + id}) {
                session.get(path).statusCode(403).body(containsString("Your account has no access to this page"));
            }
            for (String path : new String[] {
                "/new",
                "/" + id + "/tokens",
                "/" + id + "/tokens/" + account.tokenId() + "/confirmation",
                "/" + id + "/link/confirmation",
                "/" + id + "/rights",
                grant + "/confirmation",
                grant + "/refusal",
                "/" + id + "/end"
            }) {
                session.form()
                        .formParam("name", "x")
                        .formParam("roles", "administrator")
                        .formParam("key", "x")
                        .post(PEOPLE + path)
                        .then()
                        .statusCode(403);
            }
            assertFalse(session.page("/en/desk").contains("/desk/admin"));
        }
        given().redirects().follow(false).get(PEOPLE).then().statusCode(401);
        assertTrue(admin.page("/en/desk").contains("href=\"" + PEOPLE + "\""));
        desk.account(id).body("closedAt", nullValue()).body("roles", contains("reviewer"));
    }
}
