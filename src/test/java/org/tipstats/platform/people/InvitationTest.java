package org.tipstats.platform.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.start.boot.TestClock;

/** Tests the way from an invitation to a token. */
@QuarkusTest
class InvitationTest {

    private static final Pattern LINK = Pattern.compile("/[a-z]{2}/invitation/[A-Za-z0-9_-]{43}");
    private static final Pattern TOKEN = Pattern.compile("tip_[A-Za-z0-9_-]{43}");

    @Inject
    SignedIn accounts;

    @Inject
    InvitationService invitations;

    @Inject
    ProviderAccountService provided;

    @Inject
    TestMailbox mailbox;

    @Inject
    TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ValidatableResponse invite(String email) {
        return SignedIn.as(accounts.administrator())
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\": \"Jo\", \"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"AUT\"], \"lang\": \"fr\","
                                + " \"email\": \"" + email + "\"}")
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store");
    }

    private static String path(String text) {
        Matcher found = LINK.matcher(text);
        assertTrue(found.find(), text);
        return found.group();
    }

    /** Opens the page of an invitation as a browser does, and accepts it. */
    private static Response accept(String path) {
        Response page = given().get(path);
        page.then().statusCode(200).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        Matcher form = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"").matcher(page.asString());
        assertTrue(form.find(), page.asString());
        return given().cookies(page.cookies())
                .formParam("form-token", form.group(1))
                .post(path);
    }

    private static String token(Response page) {
        Matcher found = TOKEN.matcher(page.asString());
        assertTrue(found.find(), page.asString());
        return found.group();
    }

    @Test
    void anInvitationGoesByMailAndGivesATokenOnce() {
        GreenMail server = mailbox.open();
        try {
            String email = "jo-" + UUID.randomUUID() + "@example.org";
            String id = invite(email).body("link", nullValue()).extract().path("account");
            mailbox.deliver();
            String message = TestMailbox.only(server, new Person(UUID.fromString(id), null, email));
            assertTrue(message.contains("Vous êtes invité"), message);

            String path = path(message);
            given().get(path).then().statusCode(200).body(containsString("<bdi>Jo</bdi>"));
            Response accepted = accept(path);
            accepted.then().statusCode(200).header("Cache-Control", "no-store");
            String token = token(accepted);
            SignedIn.as(token).get("/api/v1/who").then().body(containsString("[SUBMITTER] [AUT]"));
            given().get(path).then().statusCode(404).body(not(containsString("tip_")));
            SignedIn.as(accounts.administrator())
                    .get("/api/v1/accounts/" + id)
                    .then()
                    .body("grants[0].role", equalTo("reviewer"))
                    .body("grants[0].state", equalTo("pending"))
                    .body("tokens.size()", equalTo(1));
            SignedIn.as(accounts.administrator())
                    .get("/api/v1/audit?subject=accounts/" + id)
                    .then()
                    .body(containsString("invitation-accepted"))
                    .body(not(containsString(email)))
                    .body(not(containsString(path.substring(path.length() - 43))));
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutAnAddressTheLinkIsShownOnceAndWorksForThreeDays() {
        String link = invite("")
                .body("link", matchesPattern("http.*/en/invitation/[A-Za-z0-9_-]{43}"))
                .extract()
                .path("link");
        String path = path(link);
        clock.later(Duration.ofDays(3).minusMinutes(1));
        given().get(path).then().statusCode(200);
        clock.later(Duration.ofDays(3).plusMinutes(1));
        given().get(path)
                .then()
                .statusCode(404)
                .body(containsString("This invitation has ended"))
                .body(containsString("ask your administrator for a new invitation"));
        given().get(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"))
                .then()
                .statusCode(404);
    }

    @Test
    void anotherInvitationEndsTheOneBeforeAndAFormFromElsewhereIsRefused() {
        String id = invite("").extract().path("account");
        SiteSession admin = SiteSession.open(accounts.administrator());
        String person = "/en/desk/admin/people/" + id;
        assertTrue(admin.page(person).contains("Invited. The link works until"));
        String first = path(admin.form().post(person + "/invitation").asString());
        String second = path(SignedIn.as(accounts.administrator())
                .post("/api/v1/accounts/" + id + "/invitation")
                .then()
                .statusCode(201)
                .extract()
                .asString());

        given().get(first).then().statusCode(404);
        given().formParam("form-token", "x").post(second).then().statusCode(403);
        assertTrue(token(accept(second)).startsWith("tip_"));
        assertEquals(404, given().get(second).statusCode());
    }

    /** Somebody else may read the mail at the wrong address. */
    @Test
    void aCorrectedAddressGetsAnInvitationOfItsOwnAndEndsTheEarlierOne() {
        GreenMail server = mailbox.open();
        try {
            String wrong = "jo-" + UUID.randomUUID() + "@example.org";
            String right = "jo-" + UUID.randomUUID() + "@example.org";
            String id = invite(wrong).extract().path("account");
            mailbox.deliver();
            String first = path(TestMailbox.only(server, new Person(UUID.fromString(id), null, wrong)));
            setContact(id, Map.of("email", wrong, "lang", "en"));
            given().get(first).then().statusCode(200);

            setContact(id, Map.of("email", right));
            given().get(first).then().statusCode(404);
            mailbox.deliver();
            String second = path(TestMailbox.only(server, new Person(UUID.fromString(id), null, right)));
            given().get(second).then().statusCode(200);

            setContact(id, Map.of());
            given().get(second).then().statusCode(404);

            String other = invite(wrong).extract().path("account");
            setContact(other, Map.of("email", "other-" + right));
            mailbox.deliver();
            TestMailbox.only(server, new Person(UUID.fromString(other), null, "other-" + right));
        } finally {
            server.stop();
        }
    }

    @Test
    void theEarlierMailboxGetsNoLinkIfTheAddressIsCorrectedWhileTheMessageIsSent() {
        GreenMail server = mailbox.open();
        try {
            String wrong = "jo-" + UUID.randomUUID() + "@example.org";
            String right = "jo-" + UUID.randomUUID() + "@example.org";
            String id = invite(wrong).extract().path("account");
            mailbox.deliverDuring(() -> setContact(id, Map.of("email", right)));

            assertEquals(List.of(), TestMailbox.arrived(server, new Person(UUID.fromString(id), null, wrong)));
            String link = path(TestMailbox.only(server, new Person(UUID.fromString(id), null, right)));
            given().get(link).then().statusCode(200);
        } finally {
            server.stop();
        }
    }

    private void setContact(String account, Map<String, String> contact) {
        SignedIn.as(accounts.administrator())
                .contentType(ContentType.JSON)
                .body(contact)
                .put("/api/v1/accounts/" + account + "/contact")
                .then()
                .statusCode(200);
    }

    /** Links an account that has a token to somebody at the provider, in one of the two ways. */
    private void checkLinked(BiConsumer<String, ProviderPerson> link) {
        Response made = invite("").extract().response();
        String id = made.path("account");
        String token = token(accept(path(made.path("link"))));
        SiteSession session = SiteSession.open(token);
        String email = "jo-" + UUID.randomUUID() + "@example.org";
        link.accept(id, new ProviderPerson("https://id.example.org " + email, "Jo", email, null));

        SignedIn.as(token).get("/api/v1/who").then().statusCode(401);
        session.get("/en/desk").statusCode(401);
        String revoked = SignedIn.as(accounts.administrator())
                .get("/api/v1/accounts/" + id)
                .then()
                .body("tokens[0].revokedAt", notNullValue())
                .extract()
                .path("tokens[0].id");
        SignedIn.as(accounts.administrator())
                .get("/api/v1/audit?subject=accounts/" + id + "/tokens/" + revoked)
                .then()
                .body("items.action", hasItem("token-revoked"));
    }

    @Test
    void anInvitationToTheProviderRevokesTheTokensOfTheAccount() {
        checkLinked((id, person) -> {
            String path = path(SignedIn.as(accounts.administrator())
                    .post("/api/v1/accounts/" + id + "/invitation")
                    .asString());
            invitations.accept(path.substring(path.length() - 43), person);
        });
    }

    @Test
    void theFirstSignInByAddressRevokesTheTokensOfTheAccount() {
        checkLinked((id, person) -> {
            setContact(id, Map.of("email", person.email()));
            assertEquals(id, provided.enter(person).actor().id().toString());
        });
    }

    @Test
    void aClosedAccountCannotBeInvited() {
        UUID id = accounts.another(Set.of(AccountRole.SUBMITTER), "AUT").id();
        String path = path(SignedIn.as(accounts.administrator())
                .post("/api/v1/accounts/" + id + "/invitation")
                .asString());
        SignedIn.as(accounts.administrator()).delete("/api/v1/accounts/" + id);

        given().get(path).then().statusCode(404);
        SignedIn.as(accounts.administrator())
                .post("/api/v1/accounts/" + id + "/invitation")
                .then()
                .statusCode(409);
    }
}
