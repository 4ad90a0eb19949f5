package org.tipstats.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id by which a request is found again: in the reply's header, in its problem, and in every line logged for it. */
public final class RequestId {

    /** The header, and the key for log patterns. */
    public static final String HEADER = "X-Request-Id";

    static final String LOG_KEY = "requestId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id of the request; it gets one when it has none yet: the caller's own where that is sane. */
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
        return sent != null && SANE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
