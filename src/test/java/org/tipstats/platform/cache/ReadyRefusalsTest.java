package org.tipstats.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.cache.AnswerCache.MadeAnswer;
import org.tipstats.platform.cache.CachedAnswerFilter.PageCookies;
import org.tipstats.platform.cache.PublicState.Reading;
import org.tipstats.platform.edge.TestDemo;
import org.tipstats.platform.http.Gate;
import org.tipstats.platform.http.RateFilter;
import org.tipstats.platform.http.TestRates;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;

/** Sends requests to a server that has the filters of the cache and those that the test adds, with one operation. */
class ReadyRefusalsTest {

    private static final String PATH = "/api/v1/data/VICTIMS";
    private static final String LOCAL = "Host: localhost";

    private final AnswerCache cache = new AnswerCache();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();
    private final AtomicReference<String> logged = new AtomicReference<>();
    private final List<Gate> gates = new ArrayList<>();
    private final Filters filters = new Filters();
    private Vertx vertx;
    private StateCheck state;
    private HttpServer server;

    private final PageCookies cookies = new PageCookies() {

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public void remember(HttpServerRequest request, MultiMap headers) {
            headers.add("X-Half", "yes");
            RuntimeException failure = fault.get();
            if (failure != null) {
                throw failure;
            }
            headers.remove("X-Half");
        }
    };

    @BeforeEach
    void prepare() {
        vertx = Vertx.vertx();
        // Not quiet, so each ready answer waits for a reading of its own.
        state = new StateCheck(
                () -> new Reading("state", readings.incrementAndGet() == 0, null),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        state.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(RateFilter rates) {
        new ReadyAnswerFilter(cache, state, cookies, gates, rates).register(filters);
        new CachedAnswerFilter(cache, state).register(filters);
        filters.register(ReadyRefusalsTest::addHeader, 9_000);
        Router router = Router.router(vertx);
        router.route().handler(this::watch);
        filters.getFilters().stream()
                .sorted(Comparator.comparingInt(Filter::getPriority).reversed())
                .map(Filter::getHandler)
                .forEach(router.route()::handler);
        router.route().handler(this::make);
        router.route().failureHandler(ReadyRefusalsTest::show);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Does what a deployment with a header of its own and with an access log does. */
    private void watch(RoutingContext context) {
        context.response().putHeader("X-Deployment", "own");
        context.addEndHandler(ended -> logged.set(MDC.get("requestId") + " " + MDC.get("client")));
        context.next();
    }

    private static void addHeader(RoutingContext context) {
        context.response()
                .putHeader("X-Usual", "yes")
                .headers()
                .add("Vary", "Accept")
                .add("Vary", "Cookie");
        context.next();
    }

    private void make(RoutingContext context) {
        made.incrementAndGet();
        context.put(AnswerCache.STAMP, "state");
        context.put(AnswerCache.MADE, new MadeAnswer("figures".getBytes(StandardCharsets.UTF_8)));
        context.response().putHeader("ETag", "\"1\"").end(Buffer.buffer("figures"));
    }

    private static void show(RoutingContext context) {
        Problem problem = ((ProblemException) context.failure()).problem();
        problem.headers().forEach(context.response()::putHeader);
        context.response().setStatusCode(problem.status()).end(problem.type().slug());
    }

    private String answer(String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            String head = "GET " + PATH + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers);
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Two requests make the answer and its headers known. Those of the filters are then sent without the filters. */
    private void warmUp() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertTrue(answer(LOCAL).endsWith("figures"));
        }
        assertEquals(1, made.get());
        cache.answers.asMap().values().forEach(known -> {
            assertTrue(known.sent().has(false));
            known.sent().keep(false, MultiMap.caseInsensitiveMultiMap().add("X-Ready", "1"));
        });
    }

    private void assertReady(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("X-Ready: 1"), answer);
        assertTrue(answer.endsWith("figures"), answer);
    }

    private static int times(String part, String text) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void theLimitOfTheRateHoldsForReadyAnswers() throws IOException {
        serve(TestRates.register(filters, 4));
        warmUp();
        assertReady(answer(LOCAL));
        assertReady(answer(LOCAL));
        String refused = answer(LOCAL);
        assertTrue(refused.startsWith("HTTP/1.1 429 "), refused);
        assertTrue(
                Pattern.compile("\nRetry-After: [1-9][0-9]?\r").matcher(refused).find(), refused);
        assertEquals(1, made.get());
    }

    @Test
    void theDemoRefusesOtherMachinesAlsoIfTheirAnswerIsReady() throws IOException {
        gates.add(TestDemo.register(filters));
        serve(TestRates.register(filters, 0));
        warmUp();
        int before = readings.get();
        assertReady(answer(LOCAL));
        assertEquals(before + 1, readings.get());
        String proxied = answer(LOCAL, "Via: 1.1 nginx");
        assertTrue(proxied.startsWith("HTTP/1.1 403 "), proxied);
        assertEquals(before + 1, readings.get(), "nothing is read for a request that a gate refuses");
        List.copyOf(cache.answers.asMap().entrySet()).forEach(each -> {
            AnswerKey key = each.getKey();
            String origin = "http://stats.example.org";
            cache.answers.put(
                    new AnswerKey(key.uri(), origin, key.accept(), key.language(), key.isPacked(), key.cookies()),
                    each.getValue());
        });
        String foreign = answer("Host: stats.example.org");
        assertTrue(foreign.startsWith("HTTP/1.1 403 ") && foreign.endsWith("demo-is-local"), foreign);
        assertReady(answer(LOCAL));
    }

    @Test
    void afterAFaultTheFiltersAndTheOperationAnswer() throws IOException {
        gates.add(request -> {
            if ("gate".equals(request.getHeader("X-Fault"))) {
                throw new IllegalStateException("a fault of the test");
            }
            return true;
        });
        serve(TestRates.register(filters, 0));
        warmUp();
        assertReady(answer(LOCAL));
        String gate = answer(LOCAL, "X-Fault: gate");
        fault.set(new IllegalStateException("a fault of the test"));
        String headers = answer(LOCAL);
        fault.set(null);
        for (String answer : List.of(gate, headers)) {
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("figures"), answer);
            assertEquals(1, times("X-Usual: yes", answer), answer);
            assertEquals(1, times("X-Deployment: own", answer), answer);
            assertFalse(answer.contains("X-Half") || answer.contains("X-Ready"), answer);
        }
        assertEquals(3, made.get());
        assertReady(answer(LOCAL));
    }

    @Test
    void eachHeaderIsSentAsOftenAsTheFiltersSendIt() throws IOException {
        serve(TestRates.register(filters, 0));
        String first = answer(LOCAL);
        answer(LOCAL);
        assertTrue(cache.answers.asMap().values().stream()
                .allMatch(known -> known.sent().has(false)));
        String ready = answer(LOCAL);
        for (String header : List.of("X-Deployment: own", "X-Usual: yes", "Vary: Accept", "Vary: Cookie", "ETag: ")) {
            assertEquals(1, times(header, first), first);
            assertEquals(1, times(header, ready), ready);
        }
    }

    @Test
    void theLogLineOfAReadyAnswerHasTheIdAndTheClient() throws IOException {
        serve(TestRates.register(filters, 0));
        warmUp();
        String ready = answer(LOCAL, "X-Request-Id: log-1");
        assertReady(ready);
        assertEquals(1, times("X-Request-Id: log-1", ready), ready);
        assertEquals("log-1 127.0.0.1", logged.get());
    }
}
