package org.tipstats.site.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Signs in and out over HTTP, as a browser does and as an attacker does. */
@QuarkusTest
class SignInPageTest {

    private static final String COOKIE = "tipstats";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    @Inject
    SignedIn people;

    @Test
    void aTokenOpensADeskAndSigningOutEndsIt() {
        String session = signIn(people.reviewer());

        desk(session)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Files to review"));
        given().redirects()
                .follow(false)
                .cookie(COOKIE, session)
                .formParam("form-token", formToken(desk(session)))
                .post("/en/sign-out")
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("Max-Age=0"));
        desk(session).then().statusCode(401);
    }

    /**
     * Caches may keep public pages. These know that someone signed in, but neither who it was nor if the session is
     * still open.
     */
    @Test
    void publicPagesLeadBackToTheDesk() {
        Response form = given().get("/en/sign-in");
        Response opened = given().redirects()
                .follow(false)
                .cookie(COOKIE, form.getCookie(COOKIE))
                .formParam("token", people.reviewer())
                .formParam("form-token", formToken(form))
                .post("/en/sign-in");

        assertEquals("yes", opened.getCookie("tipstats-desk"));
        given().get("/en/about").then().body(containsString("<a class=\"tool\" href=\"/en/sign-in\">Sign in</a>"));
        given().cookie("tipstats-desk", "yes")
                .get("/fr/about")
                .then()
                .header("Vary", containsString("Cookie"))
                .body(containsString("<a class=\"tool\" href=\"/fr/desk\">"), not(containsString("/fr/sign-in")));
    }

    @Test
    void theCookieCannotBeReadOrSentByOthers() {
        Response form = given().get("/en/sign-in");
        String line = form.getHeader("Set-Cookie");
        String secure =
                given().header("Host", "tip.example").get("/en/sign-in").getHeaders().getValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("__Host-"))
                        .findFirst()
                        .orElseThrow();

        assertTrue(
                form.getHeaders().getValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith("tipstats=")
                                && cookie.toLowerCase(Locale.ROOT).contains("httponly")
                                && cookie.contains("SameSite=Strict")
                                && cookie.contains("Path=/")),
                line);
        assertTrue(
                secure.contains("Secure")
                        && secure.toLowerCase(Locale.ROOT).contains("httponly")
                        && secure.contains("SameSite=Strict"),
                secure);
        assertTrue(!secure.contains("Domain"), secure);
    }

    @Test
    void theSecretChangesWithTheSignIn() {
        Response form = given().get("/en/sign-in");
        String before = form.getCookie(COOKIE);

        assertNotEquals(before, signIn(people.reviewer(), before, formToken(form)));
        desk(before).then().statusCode(401);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Response form = given().get("/en/sign-in");
        String cookie = form.getCookie(COOKIE);
        String other = formToken(given().get("/en/sign-in"));

        given().cookie(COOKIE, cookie)
                .formParam("token", people.reviewer())
                .post("/en/sign-in")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, cookie)
                .formParam("token", people.reviewer())
                .formParam("form-token", other)
                .post("/en/sign-in")
                .then()
                .statusCode(403)
                .body(containsString("Your account has no access to this page"));
        given().formParam("token", people.reviewer())
                .formParam("form-token", formToken(form))
                .post("/en/sign-in")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("token", people.reviewer())
                .formParam("form-token", formToken(form))
                .post("/en/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void whoHasACookieOfNoSessionGetsTheForm() {
        Response form = given().get("/fr/sign-in");

        given().cookie(COOKIE, form.getCookie(COOKIE))
                .get("/fr/sign-in")
                .then()
                .statusCode(200)
                .body(containsString("name=\"token\""));
    }

    @Test
    void aWrongTokenComesBackWithTheFormAndWithoutTheToken() {
        Response form = given().get("/es/sign-in");

        given().cookie(COOKIE, form.getCookie(COOKIE))
                .formParam("token", "tip_wrong")
                .formParam("form-token", formToken(form))
                .post("/es/sign-in")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        containsString("<title>Error: Iniciar sesión"),
                        containsString("Este token no se conoce"),
                        containsString("href=\"#token\""),
                        not(containsString("tip_wrong")));
    }

    @Test
    void afterSigningInOneIsWhereOneWantedToBeAndNowhereElse() {
        assertEquals("/fr/desk?x=1", next("/fr/desk?x=1"));
        assertEquals("/en/desk", next("//elsewhere.example/"));
    }

    @Test
    void theSessionOpensNothingOfTheApiAndIsNotLookedAtOnPublicPages() {
        String session = signIn(people.administrator());

        given().cookie(COOKIE, session).get("/api/v1/accounts").then().statusCode(401);
        given().cookie(COOKIE, session).get("/en/about").then().body(not(containsString("desk-bar")));
    }

    @Test
    void aRevokedTokenEndsItsSessionsAtOnce() {
        CreatedAccount account = people.another(Set.of(AccountRole.PUBLISHER));
        String session = signIn(account.token());

        desk(session).then().statusCode(200);
        SignedIn.as(people.administrator())
                .delete("/api/v1/accounts/" + account.id())
                .then()
                .statusCode(204);
        desk(session).then().statusCode(401);
    }

    @Test
    void signingInAndOutIsInTheLog() {
        CreatedAccount account = people.another(Set.of(AccountRole.SUBMITTER), "VUT");
        String session = signIn(account.token());
        given().cookie(COOKIE, session)
                .formParam("form-token", formToken(desk(session)))
                .post("/en/sign-out");

        assertEquals(
                List.of("signed-out", "signed-in"),
                SignedIn.as(people.administrator())
                        .get("/api/v1/audit?actor=" + account.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.action"));
    }

    @Test
    void whatIsNoSecretOfOursIsNobody() {
        desk("x").then().statusCode(401);
        given().cookie(COOKIE, "x").get("/en/sign-in").then().statusCode(200).cookie(COOKIE, not(nullValue()));
    }

    @Test
    void withoutTheDemoNoAccountIsOffered() {
        given().get("/en/sign-in").then().body(not(containsString("demo-reviewer")));
    }

    private String next(String next) {
        Response form = given().queryParam("next", next).get("/en/sign-in");
        String location = given().redirects()
                .follow(false)
                .cookie(COOKIE, form.getCookie(COOKIE))
                .formParam("token", people.reviewer())
                .formParam("next", next)
                .formParam("form-token", formToken(form))
                .post("/en/sign-in")
                .getHeader("Location");
        return location.replaceAll("^https?://[^/]+", "");
    }

    private static Response desk(String session) {
        return given().cookie(COOKIE, session).get("/en/desk");
    }

    private String signIn(String token) {
        Response form = given().get("/en/sign-in");
        return signIn(token, form.getCookie(COOKIE), formToken(form));
    }

    private static String signIn(String token, String cookie, String formToken) {
        return given().redirects()
                .follow(false)
                .cookie(COOKIE, cookie)
                .formParam("token", token)
                .formParam("form-token", formToken)
                .post("/en/sign-in")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/en/desk"))
                .extract()
                .cookie(COOKIE);
    }

    private static String formToken(Response page) {
        Matcher found = TOKEN.matcher(page.asString());
        assertTrue(found.find(), "the page has no form");
        return found.group(1);
    }
}
