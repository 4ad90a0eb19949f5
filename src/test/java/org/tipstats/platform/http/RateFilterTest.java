package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.http.RateFilter.RateConfig;
import org.tipstats.platform.problem.ProblemException;

class RateFilterTest {

    private record Config(int requestsAMinute, int uploadsAMinute, int queriesADay) implements RateConfig {}

    private final RateFilter filter = new RateFilter(new Config(100, 50, 3), false);

    private static HttpServerRequest request(HttpMethod method, String path) {
        Map<String, Object> answers = Map.of("method", method, "path", path);
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, called, arguments) -> answers.get(called.getName()));
    }

    private Optional<ProblemException> ask(String caller, HttpMethod method, String path) {
        return filter.refusal(request(method, path), caller);
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
}
