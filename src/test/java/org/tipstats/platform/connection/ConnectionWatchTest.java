package org.tipstats.platform.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tests say what time it is, and when connections are looked at. */
class ConnectionWatchTest {

    private static final Duration IDLE = Duration.ofMinutes(1);
    /** In megabytes. */
    private static final int MORE_THAN_SYSTEMS_BUFFER = 64;

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    private final ConnectionWatch watch = new ConnectionWatch(IDLE);
    private final BlockingQueue<RoutingContext> working = new LinkedBlockingQueue<>();
    private EdgeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new EdgeServer(List.of(watch::begin, working::add));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void sweepAfter(Duration time) throws Exception {
        EdgeServer.sweepAfter(watch, server.vertx(), time);
    }

    /** Sends a request and answers it. */
    private Socket used() throws Exception {
        Socket socket = server.connect();
        EdgeServer.write(socket, REQUEST);
        answer();
        read(socket);
        return socket;
    }

    private void answer() throws Exception {
        RoutingContext context = working.take();
        context.vertx().runOnContext(then -> context.end("done"));
    }

    private static void read(Socket socket) throws Exception {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("done")) {
            int next = socket.getInputStream().read();
            assertTrue(next >= 0, "the connection is closed");
            read.append((char) next);
        }
    }

    @Test
    void aRequestInWorkIsNeverCut() throws Exception {
        try (Socket socket = used()) {
            EdgeServer.write(socket, REQUEST);
            RoutingContext context = working.take();
            sweepAfter(IDLE.multipliedBy(10));
            working.add(context);
            answer();
            read(socket);
        }
    }

    @Test
    void aConnectionWhoseHeadNeverCompletesIsClosedEvenIfItTrickles() throws Exception {
        try (Socket first = used();
                Socket slow = server.connect()) {
            EdgeServer.write(slow, "GET / HTTP/1.1\r\nX-A: ");
            EdgeServer.accepted(server.vertx(), slow);
            sweepAfter(Duration.ZERO);
            EdgeServer.write(slow, "b");
            sweepAfter(IDLE.plusSeconds(1));
            assertEquals(-1, slow.getInputStream().read());
            assertEquals(-1, first.getInputStream().read());
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequestForAWhile() throws Exception {
        try (Socket socket = used()) {
            sweepAfter(IDLE.minusSeconds(10));
            EdgeServer.write(socket, REQUEST);
            answer();
            read(socket);
        }
    }

    @Test
    void aClientThatStopsReadingIsCut() throws Exception {
        try (Socket socket = used()) {
            EdgeServer.write(socket, REQUEST);
            RoutingContext context = working.take();
            CountDownLatch written = new CountDownLatch(1);
            context.vertx().runOnContext(then -> {
                context.response().setChunked(true);
                for (int i = 0; i < MORE_THAN_SYSTEMS_BUFFER; i++) {
                    context.response().write("x".repeat(1 << 20));
                }
                written.countDown();
            });
            written.await();
            Channel channel = EdgeServer.accepted(server.vertx(), socket);
            // The system may still take something after the first looks, so the last ones decide.
            for (int i = 0; i < 100 && channel.isOpen(); i++) {
                sweepAfter(IDLE.multipliedBy(2L * i));
            }
            assertFalse(channel.isOpen());
        }
    }
}
