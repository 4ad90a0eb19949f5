package org.tipstats.site.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Tests the pages of accounts and their tokens over HTTP. */
@QuarkusTest
class PeoplePagesTest {

    private static final String PEOPLE = "/en/desk/admin/people";
    private static final Pattern SECRET = Pattern.compile("tip_[A-Za-z0-9_-]{43}");

    @Inject
    SignedIn people;

    @Inject
    DataSource database;

    private SiteSession admin;

    @BeforeEach
    void signIn() {
        admin = SiteSession.open(people.administrator());
    }

    private ValidatableResponse account(Object id) {
        return SignedIn.as(people.administrator())
                .get("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }

    private List<String> ids(String name) {
        return SignedIn.as(people.administrator())
                .queryParam("name", name)
                .get("/api/v1/accounts")
                .path("items.id");
    }

    private Response create(String name, String key) {
        return admin.form()
                .formParam("name", name)
                .formParam("roles", "reviewer", "publisher")
                .formParam("source", "")
                .formParam("key", key)
                .post(PEOPLE + "/new");
    }

    private static String secret(Response answer) {
        Matcher found = SECRET.matcher(answer.asString());
        assertTrue(found.find(), answer.asString());
        return found.group();
    }

    @Test
    void aNewAccountGetsATokenThatIsShownOnceAndOpensTheDesk() {
        String name = "Ann <b>" + UUID.randomUUID();
        Response made = create(" " + name + " ", UUID.randomUUID().toString());
        made.then().statusCode(201).header("Cache-Control", "no-store").body(not(containsString("<b>")));
        String token = secret(made);
        String id = ids(name).get(0);

        made.then().body(containsString("Another administrator must confirm: Reviewer, Publisher."));
        account(id).body("name", equalTo(name)).body("grants.role", contains("reviewer", "publisher"));
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

        create(name, key).then().statusCode(201);
        String id = ids(name).get(0);
        create(name, key)
                .then()
                .statusCode(303)
                .header("Location", endsWith(PEOPLE + "/" + id))
                .body(not(containsString("tip_")));
        assertEquals(List.of(id), ids(name));
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
        assertEquals(List.of(), ids(name));
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
                account(account.id()).body("tokens", hasSize(2)).extract().path("tokens.id");
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
        account(account.id()).body("tokens", hasSize(2));
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
        account(account.id()).body("roles", contains("submitter")).body("areas", contains("PLW", "TUV"));
        session.get("/en/desk/review").statusCode(403);
        assertTrue(session.page("/en/desk").contains("Submitter · PLW, TUV"));
        admin.form()
                .formParam("roles", "submitter")
                .post(PEOPLE + "/" + account.id() + "/rights")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one area for a submitter."));
        account(account.id()).body("areas", contains("PLW", "TUV"));
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?action=account-changed&subject=accounts/" + account.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].detail.areas", contains("PLW", "TUV"));
    }

    @Test
    void aGrantIsConfirmedOnThePageByAnotherAdministratorOnly() {
        String name = "Granted " + UUID.randomUUID();
        create(name, name).then().statusCode(201);
        String page = PEOPLE + "/" + ids(name).get(0);
        List<String> grants = account(ids(name).get(0)).extract().path("grants.id");
        String first = page + "/grants/" + grants.get(0);
        String second = page + "/grants/" + grants.get(1);
        SiteSession other = SiteSession.open(
                people.another(Set.of(AccountRole.ADMINISTRATOR)).token());

        for (String list : new String[] {PEOPLE, page}) {
            assertFalse(admin.page(list).contains("action=\"" + first + "/confirmation\""), "one's own");
            assertTrue(admin.page(list).contains("Another administrator must confirm this."), list);
            assertTrue(other.page(list).contains("action=\"" + first + "/confirmation\""), list);
        }
        admin.form().post(first + "/confirmation").then().statusCode(403);
        other.form().post(first + "/confirmation").then().statusCode(303).header("Location", endsWith(PEOPLE));
        other.form().post(first + "/confirmation").then().statusCode(409);
        admin.form().post(second + "/refusal").then().statusCode(303);
        account(ids(name).get(0))
                .body("roles", contains("reviewer"))
                .body("grants.state", contains("confirmed", "refused"));
        assertFalse(other.page(PEOPLE).contains(second));
        other.get(page.replace("/en/", "/ar/")).statusCode(200);
    }

    @Test
    void anAdministratorWithOtherRolesIsListedUntilTheRolesAreChosen() throws SQLException {
        String id = people.another(Set.of(AccountRole.ADMINISTRATOR)).id().toString();
        String page = PEOPLE + "/" + id;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update account set roles = '{administrator,publisher}' where id = '" + id + "'");
        }
        assertTrue(admin.page(PEOPLE).contains("with other roles. New accounts cannot do this."));
        assertTrue(admin.page(PEOPLE + "?state=mixed").contains(page + "\""));
        assertTrue(admin.page(page).contains("This account combines Administrator with other roles."));

        admin.form()
                .formParam("roles", "administrator", "publisher")
                .post(page + "/rights")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#roles\">An administrator has no other role."));
        account(id).body("roles", contains("publisher", "administrator"));
        admin.form()
                .formParam("roles", "publisher")
                .post(page + "/rights")
                .then()
                .statusCode(303);
        account(id).body("roles", contains("publisher"));
        assertTrue(admin.page(PEOPLE + "?state=mixed").contains("No account matches your selection."));
    }

    @Test
    void anAccountIsClosedForGood() {
        CreatedAccount account = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + account.id();
        assertTrue(admin.page(page).contains("Its token ends at once."));

        admin.form().post(page + "/end").then().statusCode(303);
        account(account.id()).body("closedAt", notNullValue());
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
    void theListIsNarrowedDown() {
        String mark = UUID.randomUUID().toString();
        create(mark + "-reviewer", mark).then().statusCode(201);

        for (String state : new String[] {"open", "pending"}) {
            assertTrue(admin.page(PEOPLE + "?name=" + mark.toUpperCase(Locale.ROOT) + "&role=&area=&state=" + state)
                    .contains("/people/" + ids(mark).get(0) + "\"><bdi>" + mark + "-reviewer"));
        }
        for (String other : new String[] {"role=reviewer", "area=AUT", "state=closed", "state=mixed"}) {
            String text = admin.page(PEOPLE + "?name=" + mark + "&" + other);
            assertTrue(text.contains("No account matches your selection."), other);
        }
        admin.get(PEOPLE + "?role=king").statusCode(400);
        admin.get(PEOPLE + "?cursor=x").statusCode(400);
    }

    @Test
    void thereIsNoPageOfWhatIsNoAccount() {
        admin.get(PEOPLE + "/" + new UUID(7, 8)).statusCode(404);
        admin.get(PEOPLE + "/abc").statusCode(404);
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
        assertEquals(List.of(), ids(name));
        account(account.id())
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
        account(id).body("closedAt", nullValue()).body("roles", contains("reviewer"));
    }
}
