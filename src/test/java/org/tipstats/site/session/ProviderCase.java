package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.site.session.KeycloakServer.Door;
import org.tipstats.start.boot.TestClock;

/** What the tests of the sign-in with Keycloak share. */
abstract class ProviderCase {

    /** A time after which the service asks the provider again if somebody may still be signed in. */
    static final Duration NEXT_CHECK = Duration.ofSeconds(31);

    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    Door door;

    @TestHTTPResource("/")
    URI here;

    @Inject
    SignedIn people;

    @Inject
    TestClock clock;

    final TestBrowser browser = new TestBrowser();
    Keycloak keycloak;

    @BeforeEach
    void meet() {
        door.await();
        keycloak = new Keycloak(door);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    String at(String path) {
        return here.resolve(path).toString();
    }

    HttpResponse<String> signIn(String person, String path) {
        HttpResponse<String> form = browser.get(at(path));
        assertEquals(200, form.statusCode(), form.body());
        return browser.send(form, Map.of("username", person, "password", "secret-" + person));
    }

    HttpResponse<String> signIn(String person) {
        return signIn(person, "/en/sign-in/provider");
    }

    /** Returns the token of the forms on a page. */
    String formToken(String path) {
        Matcher token = TOKEN.matcher(browser.get(at(path)).body());
        assertTrue(token.find());
        return token.group(1);
    }

    int desk() {
        return browser.get(at("/en/desk")).statusCode();
    }

    static int status(String token) {
        return SignedIn.as(token).get("/api/v1/who").statusCode();
    }

    static String who(String token) {
        return SignedIn.as(token).get("/api/v1/who").asString().replaceFirst("\\S+ ", "");
    }

    /** Waits for what the service does some seconds later, because it limits how often it asks the provider. */
    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(180);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "it does not come back");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
