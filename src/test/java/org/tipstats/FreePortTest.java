package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void noPortIsGivenTwiceOrByTwoProcesses() throws IOException {
        Set<Integer> given = new HashSet<>();
        Set<Integer> parts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            int port = FreePort.find();
            assertTrue(given.add(port), "given twice: " + port);
            parts.add((port - FreePort.FROM) / FreePort.PART);
        }
        String process = System.getProperty("test.process", "0");
        assertEquals(Set.of(Integer.parseInt(process) % FreePort.PARTS), parts);
    }

    @Test
    void aPortThatIsInUseIsNotGiven() throws IOException {
        int next = FreePort.find() + 1;
        try (ServerSocket used = listen(next)) {
            assertNotEquals(used == null ? next : used.getLocalPort(), FreePort.find());
        }
    }

    /** Returns null if somebody else listens at the port. */
    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return null;
        }
    }
}
