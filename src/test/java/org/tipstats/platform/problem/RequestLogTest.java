package org.tipstats.platform.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

@QuarkusTest
class RequestLogTest {

    @Inject
    SignedIn accounts;

    private final Logger logger = Logger.getLogger(ProblemReply.class.getName());
    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord kept = (ExtLogRecord) line;
            // Copies the thread's values while this is still that thread.
            kept.copyAll();
            lines.add(kept);
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    private ExtLogRecord lineAfter(String path) {
        given().header("X-Request-Id", "log-1").get(path);
        assertEquals(1, lines.size());
        return lines.get(0);
    }

    @Test
    void aFullDiskIsAnError() {
        ExtLogRecord line = lineAfter("/api/v1/faulty/disk");
        assertTrue(line.getLevel().intValue() >= Level.SEVERE.intValue());
        assertEquals("507 GET /api/v1/faulty/disk", line.getMessage());
        assertEquals("No space left on device", line.getThrown().getCause().getMessage());
    }

    @Test
    void aFaultOfTheProgramIsLoggedWithItsStackAndTheRequestsId() {
        ExtLogRecord line = lineAfter("/api/v1/faulty/bug");
        assertEquals("log-1", line.getMdc("requestId"));
        assertTrue(line.getLevel().intValue() >= Level.SEVERE.intValue());
        assertEquals("500 GET /api/v1/faulty/bug", line.getMessage());
        assertEquals(IllegalStateException.class, line.getThrown().getClass());
        assertNotNull(line.getThrown().getStackTrace()[0]);
    }

    @Test
    void aDatabaseThatIsAwayIsAWarningWithItsCause() {
        ExtLogRecord line = lineAfter("/api/v1/faulty/database");
        assertEquals(Level.WARNING.intValue(), line.getLevel().intValue());
        assertTrue(line.getMessage().contains("host=db-one is away"));
    }

    @Test
    void aRefusedTokenIsNotedWithoutTheToken() {
        given().header("Authorization", "Bearer tip_secret").get("/api/v1/accounts");
        assertEquals(1, lines.size());
        assertEquals(Level.INFO.intValue(), lines.get(0).getLevel().intValue());
        assertFalse(lines.get(0).getMessage().contains("tip_secret"));
        assertNull(lines.get(0).getThrown());
    }

    @Test
    void aRefusalNamesTheCallersAddressAndAccount() {
        given().get("/api/v1/accounts").then().statusCode(401);
        assertTrue(lines.get(0).getMessage().endsWith(" unauthenticated client=127.0.0.1 account=none"));
        CreatedAccount reviewer = accounts.another(Set.of(AccountRole.REVIEWER));
        SignedIn.as(reviewer.token()).get("/api/v1/accounts").then().statusCode(403);
        assertEquals(
                "403 GET /api/v1/accounts forbidden client=127.0.0.1 account=" + reviewer.id() + " (reviewer)",
                lines.get(1).getMessage());
        assertEquals("127.0.0.1", lines.get(1).getMdc("client"));
    }

    @Test
    void aMistakeOfTheCallerIsNotWorthALine() {
        given().get("/api/v1/nothing").then().statusCode(404);
        assertEquals(List.of(), lines);
    }
}
