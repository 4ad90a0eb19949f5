package org.tipstats.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.SignInService.FailedSignIns;
import org.tipstats.platform.access.SignInService.RefusedSignIns;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;

@QuarkusTest
class FailedSignInsTest {

    private static final Exception WRONG = new SecurityException("wrong");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ADDRESS = "127.0.0.77";

    @Inject
    TestAccounts accounts;

    @Inject
    AccessSettings settings;

    @Inject
    SignInService service;

    private final AtomicLong nanos = new AtomicLong();
    private final FailedSignIns failures = new FailedSignIns(
            new AccessSettings(false, YEAR, 3, true, true, Optional.empty()), new RefusedSignIns(null), nanos::get);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertSame(WRONG, failures.note(address, WRONG));
        }
    }

    private Problem refusal(String address) {
        return ((ProblemException) failures.note(address, WRONG)).problem();
    }

    @Test
    void anAddressThatFailsTooOftenIsToldHowLongToWait() {
        fail("192.0.2.1", 3);
        assertEquals(429, refusal("192.0.2.1").status());
        assertEquals("60", refusal("192.0.2.1").headers().get("Retry-After"));
        nanos.addAndGet(Duration.ofSeconds(45).toNanos());
        assertEquals("15", refusal("192.0.2.1").headers().get("Retry-After"));
    }

    @Test
    void afterAMinuteItMayTryAgain() {
        fail("192.0.2.1", 3);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertEquals(429, refusal("192.0.2.1").status());
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        fail("192.0.2.1", 3);
    }

    @Test
    void otherAddressesAreNotConcerned() {
        fail("192.0.2.1", 3);
        fail("192.0.2.2", 3);
    }

    @Test
    void theDemoSlowsNobodyDown() {
        FailedSignIns demo = new FailedSignIns(
                new AccessSettings(true, YEAR, 3, true, true, Optional.empty()), new RefusedSignIns(null), nanos::get);
        for (int i = 0; i < 10; i++) {
            assertSame(WRONG, demo.note("192.0.2.1", WRONG));
        }
    }

    /** Uses an address of its own, so that no other test is refused. */
    @Test
    void overHttpTheNextWrongTokenIsToldToWaitAndTheRightOneIsNot() throws IOException {
        // Requests could take longer than the minute in which they are counted.
        for (int i = 1; i < settings.failuresAMinute(); i++) {
            assertSame(WRONG, service.noteRefused(ADDRESS, WRONG));
        }
        assertTrue(get("tip_wrong").startsWith("HTTP/1.1 401 "));
        String refused = get("tip_wrong");
        assertTrue(refused.startsWith("HTTP/1.1 429 "), refused);
        assertTrue(refused.contains("Retry-After: "), refused);
        assertTrue(refused.contains("/problems/too-many-requests"), refused);
        assertTrue(get(accounts.token(AccountRole.REVIEWER)).startsWith("HTTP/1.1 200 "));
    }

    private static String get(String token) throws IOException {
        try (Socket socket = connect()) {
            String request =
                    "GET /api/v1/who HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket connect() throws IOException {
        try {
            return new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName(ADDRESS), 0);
        } catch (SocketException e) {
            assumeTrue(false, "this machine has only one loopback address");
            throw e;
        }
    }
}
