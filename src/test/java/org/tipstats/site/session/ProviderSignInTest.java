package org.tipstats.site.session;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.site.session.KeycloakServer.Door;
import org.tipstats.start.boot.TestClock;

/** People and programs sign in with Keycloak, as they should and as an attacker does. */
@QuarkusTest
@TestProfile(WithProvider.class)
class ProviderSignInTest {

    private static final Duration NEXT_CHECK = Duration.ofSeconds(31);
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    Door door;

    @TestHTTPResource("/")
    URI here;

    @Inject
    SignedIn people;

    @Inject
    TestClock clock;

    private final TestBrowser browser = new TestBrowser();
    private Keycloak keycloak;

    @BeforeEach
    void meet() {
        keycloak = new Keycloak(door);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    private String at(String path) {
        return here.resolve(path).toString();
    }

    private HttpResponse<String> signIn(String person, String path) {
        HttpResponse<String> form = browser.get(at(path));
        assertEquals(200, form.statusCode(), form.body());
        return browser.send(form, Map.of("username", person, "password", "secret-" + person));
    }

    private HttpResponse<String> signIn(String person) {
        return signIn(person, "/en/sign-in/provider");
    }

    private int desk() {
        return browser.get(at("/en/desk")).statusCode();
    }

    private static int status(String token) {
        return SignedIn.as(token).get("/api/v1/who").statusCode();
    }

    private static String who(String token) {
        return SignedIn.as(token).get("/api/v1/who").asString().replaceFirst("\\S+ ", "");
    }

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
    void anInvitationLeadsToTheProvider() {
        RequestSpecification administrator = SignedIn.as(people.administrator()).contentType(ContentType.JSON);
        String made = given(administrator)
                .body("{\"name\": \"Ina\", \"roles\": [\"reviewer\"]}")
                .post("/api/v1/invitations")
                .asString();
        Matcher link = Pattern.compile("/invitation/[A-Za-z0-9_-]{43}").matcher(made);
        assertTrue(link.find(), made);
        String form = browser.get(at("/en" + link.group())).body();
        assertFalse(form.contains("/en/sign-in/provider\""), "the provider knows people by their address");

        given(administrator)
                .body("{\"email\": \"ina@example.org\"}")
                .put("/api/v1/accounts/" + made.replaceFirst(".*\"account\":\"([^\"]+)\".*", "$1") + "/contact")
                .then()
                .statusCode(200);

        String page = browser.get(at("/en" + link.group())).body();
        assertTrue(page.contains("href=\"/en/sign-in/provider\""), page);
        assertTrue(page.contains("get a token"), page);
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
        HttpResponse<String> leaving = browser.post(at("/en/sign-out"), Map.of("form-token", formToken()));
        assertEquals(200, leaving.statusCode());
        String address = leaving.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
        assertTrue(address.startsWith(keycloak.issuer()), address);

        HttpResponse<String> done = browser.get(address);

        assertEquals(at("/en/sign-out"), done.uri().toString());
        assertEquals(401, desk());
        assertTrue(browser.get(at("/en/sign-in/provider")).body().contains("name=\"password\""), "a new sign-in");
    }

    private String formToken() {
        Matcher found = TOKEN.matcher(browser.get(at("/en/desk")).body());
        assertTrue(found.find());
        return found.group(1);
    }

    @Test
    void whileTheProviderIsAwayNobodyGetsInAndNobodyLosesTheirWork() {
        signIn("rita");
        String token = formToken();
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

    /** Waits for what the service does some seconds later, because it limits how often it asks the provider. */
    private static void await(java.util.function.BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "it does not come back");
        }
    }

    @Test
    void programsSendTheProvidersTokens() {
        String token = keycloak.programToken("program");
        assertEquals("service-account-program [SUBMITTER] [BEL] false false", who(token));
        assertEquals("Rita Tester [REVIEWER] [] false false", who(keycloak.personToken("rita", "access_token")));
        SignedIn.as(token).get("/api/v1/accounts").then().statusCode(403);
    }

    @Test
    void tokensForOthersOrMadeByOthersAreRefused() throws Exception {
        String good = keycloak.programToken("program");
        JsonNode header = Keycloak.part(good, 0);
        ObjectNode claims = (ObjectNode) Keycloak.part(good, 1);
        String[] parts = good.split("\\.");
        String none = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".AA";
        String kid = header.get("kid").textValue();
        String confused = encoded("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + parts[1];
        confused += "." + hmac(confused, Base64.getDecoder().decode(keycloak.publishedKey(kid)));
        claims.put("exp", claims.get("exp").longValue() + 3_600);
        String longer = parts[0] + "." + encoded(claims.toString()) + "." + parts[2];

        assertEquals(200, status(good));
        Map<String, String> wrong = Map.of(
                "another audience",
                keycloak.programToken("foreign"),
                "says who a person is",
                keycloak.personToken("rita", "id_token"),
                "no signature",
                none,
                "signed with the public key",
                confused,
                "a claim changed",
                longer,
                "a key that is not there",
                encoded("{\"alg\":\"RS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2]);
        wrong.forEach((why, token) -> assertEquals(401, status(token), why));
    }

    /** The key is one of the provider, so only what the claims say decides. */
    @Test
    void theTimesOfATokenMayDifferByHalfAMinute() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String kid = keycloak.publish(key);
        await(() -> status(signed(0, 300, keycloak.issuer(), kid, key)) == 200);

        assertEquals(200, status(signed(20, 300, keycloak.issuer(), kid, key)), "from in 20 seconds");
        assertEquals(200, status(signed(-300, -20, keycloak.issuer(), kid, key)), "until 20 seconds ago");
        assertEquals(401, status(signed(90, 300, keycloak.issuer(), kid, key)), "from in 90 seconds");
        assertEquals(401, status(signed(-300, -90, keycloak.issuer(), kid, key)), "until 90 seconds ago");
        assertEquals(401, status(signed(0, 300, keycloak.issuer() + "/", kid, key)), "another issuer");
        KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertEquals(401, status(signed(0, 300, keycloak.issuer(), kid, other)), "another key");
    }

    private static String signed(int from, int until, String issuer, String kid, KeyPair key) {
        Instant now = Instant.now();
        return Jwt.issuer(issuer)
                .subject("someone")
                .audience("tipstats-api")
                .groups(Set.of("tip-reviewers"))
                .issuedAt(now.plusSeconds(Math.min(from, 0)))
                .claim("nbf", now.plusSeconds(from).getEpochSecond())
                .expiresAt(now.plusSeconds(until))
                .jws()
                .keyId(kid)
                .sign(key.getPrivate());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keysMayChange() {
        signIn("rita");
        String before = keycloak.programToken("program");
        assertEquals(200, status(before));

        keycloak.rotateKeys();
        String after = keycloak.programToken("program");
        assertFalse(Keycloak.part(before, 0)
                .get("kid")
                .equals(Keycloak.part(after, 0).get("kid")));

        // The service asks for new keys every ten seconds at most, and another test may just have made it ask.
        await(() -> status(after) == 200);
        assertEquals(200, status(before));
        clock.later(NEXT_CHECK);
        assertEquals(200, desk());
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
