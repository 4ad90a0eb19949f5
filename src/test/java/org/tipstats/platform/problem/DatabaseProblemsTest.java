package org.tipstats.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class DatabaseProblemsTest {

    private static Optional<Integer> status(Throwable failure) {
        return DatabaseProblems.find(failure).map(Problem::status);
    }

    private static SQLException state(String state) {
        return new SQLException("as the driver says", state);
    }

    @Test
    void aDatabaseThatIsAwayMakesTheServiceUnavailable() {
        for (String state : new String[] {"08001", "08006", "57P01", "57P03", "57014", "53300", "58030"}) {
            assertEquals(Optional.of(503), status(state(state)), state);
        }
        assertEquals(Optional.of(503), status(new SQLTransientConnectionException("no connection")));
        assertEquals(Optional.of(503), status(new SQLException("This connection is closed")));
    }

    @Test
    void aPoolWithoutAFreeConnectionIsBusyAndNotAway() {
        Problem problem = DatabaseProblems.find(new SQLException("Sorry, acquisition timeout!"))
                .orElseThrow();
        assertEquals(503, problem.status());
        assertEquals("The service is busy.", problem.detail());
        assertEquals("1", problem.headers().get("Retry-After"));
    }

    /** The pool interrupts the thread that opens a connection when nobody waits for it any more. */
    @Test
    void aConnectionThatTakesTooLongToOpenMakesTheServiceUnavailable() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Properties slow = new Properties();
            slow.setProperty("loginTimeout", "30");
            slow.setProperty("sslmode", "disable");
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x";
            Thread.currentThread().interrupt();
            SQLException failure = assertThrows(SQLException.class, () -> new Driver().connect(url, slow));
            assertEquals(Optional.of(503), status(failure), failure.toString());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        for (Throwable full : new Throwable[] {
            state("53100"),
            new UncheckedIOException(new IOException("No space left on device")),
            new IllegalStateException(new FileSystemException("/tmp/x", null, "Disk quota exceeded"))
        }) {
            Problem problem = DatabaseProblems.find(full).orElseThrow();
            assertEquals(507, problem.status(), full.toString());
            assertEquals("60", problem.headers().get("Retry-After"));
        }
        assertEquals(Optional.empty(), status(new IOException("Connection reset by peer")));
    }

    @Test
    void changesThatMeetAreToBeRepeated() {
        for (String state : new String[] {"40001", "40P01", "55P03", "25006"}) {
            Problem problem = DatabaseProblems.find(state(state)).orElseThrow();
            assertEquals(503, problem.status(), state);
            assertEquals("1", problem.headers().get("Retry-After"));
        }
    }

    @Test
    void theSameThingDoneTwiceAtOnceIsAConflict() {
        assertEquals(Optional.of(409), status(state("23505")));
    }

    @Test
    void aWrongStatementIsAFaultOfTheProgram() {
        assertEquals(Optional.empty(), status(state("42601")));
        assertEquals(Optional.empty(), status(state("23514")));
        assertEquals(Optional.empty(), status(new IllegalStateException("nothing to do with it")));
    }

    @Test
    void theCauseIsFoundHoweverDeepItIs() {
        Throwable deep = new RuntimeException(new IllegalStateException(state("08006")));
        assertEquals(Optional.of(503), status(deep));
        Throwable suppressed = new RuntimeException("the commit failed");
        suppressed.addSuppressed(state("57P01"));
        assertEquals(Optional.of(503), status(suppressed));
    }

    @Test
    void aCauseThatIsItsOwnCauseEnds() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        assertTrue(status(first).isEmpty());
    }

    @Test
    void aLackOfWorkersIsToBeTriedAgain() {
        assertEquals(Optional.of(503), status(new RejectedExecutionException()));
    }
}
