package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.http.Gate;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Refuses requests in which a trusted proxy passes on several addresses of the client, or no valid one. The framework
 * uses the first address of the header. If the proxy only appends an address to the header that the client sent, the
 * client chooses the first address, and so avoids the limits for its real address.
 */
@Singleton
class ClientAddressFilter implements Gate {

    private static final int EARLY = 8_970;

    void register(@Observes Filters filters) {
        filters.register(ClientAddressFilter::check, EARLY);
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        return !isTrusted(request) || !isChosenByClient(request) && hasAddress(request);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isTrusted(request) && isChosenByClient(request)) {
            context.fail(refusal("has more than one address. The proxy must replace this header, and not add to it."));
        } else if (isTrusted(request) && !hasAddress(request)) {
            context.fail(refusal("must be an IP address."));
        } else {
            context.next();
        }
    }

    private static ProblemException refusal(String fault) {
        return new ProblemException(Problem.of(ProblemType.BAD_REQUEST, "The header X-Forwarded-For " + fault));
    }

    private static boolean isTrusted(HttpServerRequest request) {
        request.remoteAddress(); // This call makes the framework read the headers that a proxy adds.
        return ((HttpServerRequestInternal) request).context().getLocal(ForwardedInfo.CONTEXT_KEY) != null;
    }

    private static boolean hasAddress(HttpServerRequest request) {
        return request.remoteAddress().hostAddress() != null;
    }

    private static boolean isChosenByClient(HttpServerRequest request) {
        List<String> sent = request.headers().getAll("X-Forwarded-For");
        return sent.size() > 1 || sent.stream().anyMatch(value -> value.contains(","));
    }
}
