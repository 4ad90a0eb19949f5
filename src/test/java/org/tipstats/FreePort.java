package org.tipstats;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports for servers that tests start. Between the search and the start, anybody may take the port. So it is below the
 * ports that systems give to connections, and to servers that ask for any port.
 */
public final class FreePort {

    private static final int FROM = 15_000;
    private static final int TO = 32_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /** Returns a port of this machine at which nobody listens. */
    public static int find() throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
