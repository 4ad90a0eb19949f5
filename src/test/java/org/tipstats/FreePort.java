package org.tipstats;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports for servers that tests start. Between the search and the start, or while a server is away, somebody else may
 * take the port. This is unlikely: the ports are below those that systems give to connections, and to servers that ask for
 * any port; each process of a build has a part of them; and a process gives all others before it gives a port again.
 */
public final class FreePort {

    /** Linux gives to anybody the ports from 32,768 on; the last one here is below 31,000. */
    static final int FROM = 15_000;

    static final int PARTS = 4;
    static final int PART = 4_000;

    private static final int FIRST = FROM + Integer.getInteger("test.process", 0) % PARTS * PART;
    /** Begins anywhere, so that two builds on one machine seldom search the same ports. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PART));

    private FreePort() {}

    /** Returns a port of this machine at which nobody listens. */
    public static int find() throws IOException {
        IOException last = null;
        for (int i = 0; i < PART; i++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), PART);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
