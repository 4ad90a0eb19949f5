package org.tipstats.site.session;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.OtherDeployment;
import org.tipstats.SignedIn;

/** People sign in with Keycloak, as they should and as an attacker does. */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class ProviderSignInTest extends ProviderCase {

    private void refused(String person, String sentence) {
        HttpResponse<String> page = signIn(person);
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains(sentence), page.body());
        assertEquals(401, desk());
    }

    @Test
    void aPersonSignsInAndGoesOnWhereTheyWanted() {
        HttpResponse<String> start = browser.get(at("/fr/sign-in?next=/fr/desk/submissions"));
        assertTrue(
                start.body().contains("href=\"/fr/sign-in/provider?next=%2Ffr%2Fdesk%2Fsubmissions\""), start.body());

        HttpResponse<String> landing = signIn("sally", "/fr/sign-in/provider?next=%2Ffr%2Fdesk%2Fsubmissions");

        assertEquals(200, landing.statusCode(), landing.body());
        assertEquals(
                "0; url=/fr/desk/submissions",
                landing.headers().firstValue("Refresh").orElseThrow());
        assertTrue(landing.body().contains("href=\"/fr/desk/submissions\""), landing.body());
        assertNotNull(browser.cookie(here, "tipstats"));
        assertFalse(browser.last().toString().contains("code="), "the code stays in no address");
        HttpResponse<String> desk = browser.get(at("/fr/desk/submissions"));
        assertEquals(200, desk.statusCode());
        assertTrue(desk.body().contains("Sally Tester"), desk.body());
        assertEquals(
                List.of("q_session", "q_auth").stream()
                        .filter(name -> browser.cookie(here, name) != null)
                        .toList(),
                List.of(),
                "the framework's cookies are gone");
    }

    @Test
    void groupsGiveRolesAndAreasAndTheLogNamesThePerson() {
        signIn("sally");
        String account = SignedIn.as(people.administrator())
                .get("/api/v1/accounts?name=Sally Tester")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.findAll { it.name == 'Sally Tester' }[0].id");

        var view = SignedIn.as(people.administrator())
                .get("/api/v1/accounts/" + account)
                .jsonPath();
        assertEquals(List.of("submitter"), view.getList("roles"));
        assertEquals(List.of("AUT"), view.getList("areas"));
        List<String> log = SignedIn.as(people.administrator())
                .get("/api/v1/audit?actor=" + account)
                .jsonPath()
                .getList("items.actorName");
        assertTrue(log.contains("Sally Tester"), log.toString());
        SignedIn.as(people.administrator())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/accounts/" + account + "/tokens")
                .then()
                .statusCode(409);
    }

    /** The account that was closed forgets the person, but the service gives the person no other one. */
    @Test
    void whoseAccountIsClosedIsOutAtOnceAndGetsNoOther() {
        signIn("carl");
        String token = keycloak.personToken("carl", "access_token");
        assertEquals(200, status(token));
        String account = SignedIn.as(token).get("/api/v1/who").asString().split(" ")[0];

        SignedIn.as(people.administrator())
                .delete("/api/v1/accounts/" + account)
                .then()
                .statusCode(204);

        assertEquals(401, desk());
        assertEquals(403, status(token));
        assertTrue(browser.get(at("/en/sign-in/provider")).body().contains("Your account here is closed"));
    }

    @Test
    void whoHasNoRoleOrTwoThatExcludeEachOtherIsRefused() {
        refused("nobody", "gives you no role here");
        TestBrowser other = new TestBrowser();
        HttpResponse<String> page = other.send(
                other.get(at("/en/sign-in/provider")), Map.of("username", "mixed", "password", "secret-mixed"));
        assertEquals(422, page.statusCode());
    }

    /** Keycloak has no second factor here, so it says that the sign-in is weak, also when a stronger one is asked for. */
    @Test
    void aRoleThatNeedsAStrongerSignInIsRefusedWithoutIt() {
        HttpResponse<String> form = browser.get(at("/en/sign-in/provider"));
        HttpResponse<String> next = browser.send(form, Map.of("username", "paul", "password", "secret-paul"));
        if (next.statusCode() == 200) {
            assertTrue(
                    next.uri().getQuery().contains("acr_values=2"), next.uri().toString());
            next = browser.send(next, Map.of("username", "paul", "password", "secret-paul"));
        }
        assertEquals(422, next.statusCode());
        assertTrue(next.body().contains("needs a stronger sign-in"), next.body());
        assertEquals(401, desk());
        assertEquals("Paul Tester [] [] false false", who(keycloak.personToken("paul", "access_token")));
    }

    @Test
    void anAnswerThatBelongsToNoSignInHereIsRefused() {
        HttpResponse<String> answer = browser.get(at("/sign-in/callback?code=stolen&state=guessed"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("The sign-in did not work"), answer.body());

        // A sign-in of another browser is under way; its state is of no use here.
        browser.get(at("/en/sign-in/provider"));
        assertEquals(
                422,
                browser.get(at("/sign-in/callback?code=stolen&state=guessed")).statusCode());
        assertEquals(401, desk());
    }

    @Test
    void aCodeWorksOnceAndOnlyInItsBrowser() {
        signIn("rita");
        URI callback = browser.visited().stream()
                .filter(each -> each.getPath().equals("/sign-in/callback"))
                .findFirst()
                .orElseThrow();
        for (TestBrowser again : List.of(browser, new TestBrowser())) {
            HttpResponse<String> page = again.get(callback.toString());
            assertTrue(
                    again.visited().stream().anyMatch(each -> "fault=failed".equals(each.getQuery())),
                    page.uri().toString());
        }
        assertEquals(200, desk(), "the session goes on");
    }

    @Test
    void aDisabledPersonIsOutAtTheNextCheck() {
        signIn("dora");
        assertEquals(200, desk());

        keycloak.disable("dora");
        clock.later(NEXT_CHECK);

        assertEquals(401, desk());
        clock.reset();
        assertEquals(401, desk(), "the session is gone");
    }

    @Test
    void whoLeavesAGroupOrIsSignedOutAtTheProviderLosesTheRole() {
        signIn("otto");
        assertEquals(200, browser.get(at("/en/desk/review")).statusCode());
        keycloak.signOut("otto");
        clock.later(NEXT_CHECK);
        assertEquals(401, desk());

        clock.reset();
        signIn("otto");
        assertEquals(200, desk());
        keycloak.leaveGroup("otto", "tip-reviewers");
        clock.later(NEXT_CHECK);
        assertEquals(401, browser.get(at("/en/desk/review")).statusCode());
    }

    @Test
    void signingOutHereSignsOutThere() {
        signIn("rita");
        HttpResponse<String> leaving = browser.post(at("/en/sign-out"), Map.of("form-token", formToken("/en/desk")));
        assertEquals(200, leaving.statusCode());
        String address = leaving.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
        assertTrue(address.startsWith(keycloak.issuer()), address);

        HttpResponse<String> done = browser.get(address);

        assertEquals(at("/en/sign-out"), done.uri().toString());
        assertEquals(401, desk());
        assertTrue(browser.get(at("/en/sign-in/provider")).body().contains("name=\"password\""), "a new sign-in");
    }

    @Test
    void whileTheProviderIsAwayNobodyGetsInAndNobodyLosesTheirWork() {
        signIn("rita");
        String token = formToken("/en/desk");
        String program = keycloak.programToken("program");
        assertEquals(200, status(program));
        TestBrowser late = new TestBrowser();
        late.stopBefore("/sign-in/callback");
        late.send(late.get(at("/en/sign-in/provider")), Map.of("username", "rita", "password", "secret-rita"));
        late.stopBefore(null);
        door.shut();
        try {
            clock.later(NEXT_CHECK);
            HttpResponse<String> page =
                    browser.post(at("/en/desk/submissions/new"), Map.of("form-token", token, "text", "typed"));
            assertEquals(503, page.statusCode());
            assertEquals("30", page.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(page.body().contains("nothing that you entered is lost"), page.body());
            HttpResponse<String> back = late.get(late.last().toString());
            assertEquals(503, back.statusCode(), back.body());
            assertTrue(back.body().contains("does not answer"), back.body());
            assertEquals(200, status(program), "keys are known, so tokens of programs can be checked");
        } finally {
            door.open();
        }
        clock.later(NEXT_CHECK.multipliedBy(2));
        await(() -> desk() == 200);
    }

    /** A cookie of the framework for this provider means nothing outside of the sign-in. */
    @Test
    void onlyOurSessionOpensTheDesk() {
        for (String path : List.of("/en/desk", "/api/v1/accounts")) {
            given().redirects()
                    .follow(false)
                    .cookie("q_session", "x")
                    .cookie("q_auth_x", "x")
                    .get(path)
                    .then()
                    .statusCode(401);
        }
    }
}
