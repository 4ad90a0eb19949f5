package org.tipstats.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request its id before another filter can fail. Answers that {@code ReadyAnswerFilter} sends from the
 * cache get their ids there.
 */
@Singleton
public class RequestIdFilter {

    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::identify, FIRST);
    }

    private static void identify(RoutingContext request) {
        request.response().putHeader(RequestId.HEADER, RequestId.logged(request));
        request.next();
    }

    /** The id that identifies a request in the reply's header, in its problem, and in every log line about it. */
    public static final class RequestId {

        public static final String HEADER = "X-Request-Id";

        static final String LOG_KEY = "requestId";

        private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

        private RequestId() {}

        /**
         * Returns the id of the request. If the request has no id yet, assigns the id that the caller sent. If the
         * caller sent no valid id, assigns a random id.
         */
        public static String of(RoutingContext request) {
            String known = request.get(LOG_KEY);
            if (known != null) {
                return known;
            }
            String sent = request.request().getHeader(HEADER);
            String id = sent != null && VALID.matcher(sent).matches() ? sent : random();
            request.put(LOG_KEY, id);
            return id;
        }

        /** Returns the id of the request. Adds the id and the client's address to later log lines of the request. */
        public static String logged(RoutingContext request) {
            String id = of(request);
            log(id);
            String client = request.request().remoteAddress().hostAddress();
            if (client != null) {
                MDC.put("client", client);
            }
            return id;
        }

        /** Returns a random UUID. The id is not secret, so it does not need secure random numbers, which are slow. */
        private static String random() {
            ThreadLocalRandom numbers = ThreadLocalRandom.current();
            long version4 = numbers.nextLong() & ~0xF000L | 0x4000L;
            long variant = numbers.nextLong() >>> 2 | Long.MIN_VALUE;
            return new UUID(version4, variant).toString();
        }

        static void log(String id) {
            MDC.put(LOG_KEY, id);
        }
    }
}
