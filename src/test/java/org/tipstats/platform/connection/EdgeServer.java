package org.tipstats.platform.connection;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tipstats.platform.problem.ProblemException;

/** A server of its own, so that tests can have short times and move the clock. */
final class EdgeServer {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    /** @param handlers handle each request one after the other */
    EdgeServer(List<Handler<RoutingContext>> handlers) throws Exception {
        Router router = Router.router(vertx);
        for (Handler<RoutingContext> each : handlers) {
            router.route().handler(each);
        }
        router.route().failureHandler(EdgeServer::fail);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
    }

    private static void fail(RoutingContext context) {
        int status = context.failure() instanceof ProblemException problem
                ? problem.problem().status()
                : 500;
        context.response().setStatusCode(status).end("problem");
    }

    Vertx vertx() {
        return vertx;
    }

    int port() {
        return server.actualPort();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Lets a watch look at all connections as if some time had passed. */
    static void sweepAfter(ConnectionWatch watch, Vertx vertx, Duration time) throws Exception {
        long then = System.nanoTime() + time.toNanos();
        for (SingleThreadEventLoop loop : loops(vertx)) {
            loop.submit(() -> watch.sweep(loop, then)).sync();
        }
    }

    private static List<SingleThreadEventLoop> loops(Vertx vertx) {
        List<SingleThreadEventLoop> loops = new ArrayList<>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(each -> loops.add((SingleThreadEventLoop) each));
        return loops;
    }

    /** Waits until a server has accepted a connection, and returns it. */
    static Channel accepted(Vertx vertx, Socket socket) throws Exception {
        while (true) {
            for (SingleThreadEventLoop loop : loops(vertx)) {
                Optional<Channel> found =
                        loop.submit(() -> channel(loop, socket.getLocalPort())).get();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
    }

    private static Optional<Channel> channel(SingleThreadEventLoop loop, int port) {
        List<Channel> channels = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(channels::add);
        return channels.stream()
                .filter(each -> each.remoteAddress() instanceof InetSocketAddress address && address.getPort() == port)
                .findFirst();
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Reads until the server closes the connection. */
    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
}
