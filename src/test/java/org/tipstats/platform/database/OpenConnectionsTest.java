package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private static final long SOON = 30;

    private final OpenConnections connections = new OpenConnections();

    private static FakeFlow flow() {
        return new FakeFlow(any -> {});
    }

    private static void awaitAborted(FakeFlow flow) throws InterruptedException {
        assertTrue(flow.aborted.await(SOON, TimeUnit.SECONDS));
    }

    @Test
    void aConnectionThatIsJustBeingOpenedIsCutToo() throws Exception {
        FakeFlow late = flow();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> connections.open(() -> {
                    connections.cut();
                    return late.connection;
                }));
        assertEquals("08001", refused.getSQLState());
        awaitAborted(late);
        connections.admit();
        FakeFlow next = flow();
        assertSame(next.connection, connections.open(() -> next.connection));
    }

    @Test
    void aConnectionThatDoesNotEndHoldsNothingUp() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        FakeFlow stuck = new FakeFlow(any -> {}, any -> released.await());
        FakeFlow other = flow();
        connections.open(() -> stuck.connection);
        connections.open(() -> other.connection);
        connections.cut();
        awaitAborted(other);
        assertEquals(1, stuck.aborted.getCount());
        released.countDown();
        awaitAborted(stuck);
    }
}
