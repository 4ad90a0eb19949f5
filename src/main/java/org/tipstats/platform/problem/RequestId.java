package org.tipstats.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id that identifies a request in the reply's header, in its problem, and in every log line about it. */
public final class RequestId {

    /** Name of the header. */
    public static final String HEADER = "X-Request-Id";

    static final String LOG_KEY = "requestId";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /**
     * Returns the id of the request. Assigns one if there is none: the caller's own if it is valid, otherwise a random
     * one.
     */
    public static String of(RoutingContext request) {
        String known = request.get(LOG_KEY);
        if (known != null) {
            return known;
        }
        String id = chosen(request.request().getHeader(HEADER));
        request.put(LOG_KEY, id);
        return id;
    }

    static void log(String id) {
        MDC.put(LOG_KEY, id);
    }

    static String chosen(String sent) {
        return sent != null && VALID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
