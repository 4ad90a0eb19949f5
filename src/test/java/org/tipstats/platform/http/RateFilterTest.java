package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.http.RateFilter.RateConfig;
import org.tipstats.platform.problem.ProblemException;

class RateFilterTest {

    private record Config(int requestsAMinute, int uploadsAMinute, int queriesADay) implements RateConfig {}

    private final RateFilter filter = new RateFilter(new Config(100, 50, 3), false);

    private Optional<ProblemException> ask(String caller, HttpMethod method, String path) {
        return filter.refusal(method, path, caller);
    }

    @Test
    void aCallerWhoSavesTooManyQueriesLeavesRoomForOthers() {
        for (int i = 0; i < 3; i++) {
            assertTrue(ask("one", HttpMethod.POST, "/api/v1/queries").isEmpty());
        }
        ProblemException refusal =
                ask("one", HttpMethod.POST, "/api/v1/queries").orElseThrow();
        assertEquals(429, refusal.problem().type().status());
        assertEquals(
                "One caller can save 3 queries a day. Use the full address instead.",
                refusal.problem().detail());
        assertTrue(ask("one", HttpMethod.GET, "/api/v1/queries/abc").isEmpty(), "saved queries can be read");
        assertTrue(ask("other", HttpMethod.POST, "/api/v1/queries").isEmpty(), "another caller has its own number");
    }

    @Test
    void requestsAndUploadsOfAMinuteAreCounted() {
        for (int i = 0; i < 50; i++) {
            assertTrue(ask("one", HttpMethod.POST, "/api/v1/validations").isEmpty());
        }
        assertEquals(
                "There were too many requests in one minute.",
                ask("one", HttpMethod.POST, "/api/v1/validations")
                        .orElseThrow()
                        .problem()
                        .detail());
        assertTrue(ask("one", HttpMethod.GET, "/api/v1/data/VICTIMS").isEmpty(), "other requests go on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/v1/data/VICTIMS",
                "//api/v1/data/VICTIMS",
                "/x/../api/v1/data/VICTIMS",
                "/api;x/v1/data/VICTIMS",
                "/api/v1/validations/",
                "/api/v1/validations;x=1"
            })
    void noOtherWayToWriteAPathAvoidsTheLimit(String path) throws Exception {
        int requests = path.contains("validations") ? 9 : 1;
        assertEquals(List.of(200, 429), statuses(requests, path, "Bearer A", "Bearer A"));
    }

    @Test
    void tokensWithTheSameShortHashHaveLimitsOfTheirOwn() throws Exception {
        assertEquals("Bearer Aa".hashCode(), "Bearer BB".hashCode());
        assertEquals(
                List.of(200, 200, 429), statuses(1, "/api/v1/data/VICTIMS", "Bearer Aa", "Bearer BB", "Bearer Aa"));
    }

    /** Sends a request with each token in turn. Returns the statuses of the answers. */
    private static List<Integer> statuses(int requestsAMinute, String path, String... tokens) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Filters filters = new Filters();
            new RateFilter(new Config(requestsAMinute, 1, 1), false).register(filters);
            Router router = Router.router(vertx);
            filters.getFilters().forEach(each -> router.route().handler(each.getHandler()));
            router.route().handler(context -> context.response().end());
            router.route()
                    .failureHandler(context -> context.response()
                            .setStatusCode(((ProblemException) context.failure())
                                    .problem()
                                    .status())
                            .end());
            int port = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get()
                    .actualPort();
            HttpClient client = HttpClient.newHttpClient();
            List<Integer> statuses = new ArrayList<>();
            for (String token : tokens) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", token)
                        .POST(BodyPublishers.noBody())
                        .build();
                statuses.add(client.send(request, BodyHandlers.discarding()).statusCode());
            }
            return statuses;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
