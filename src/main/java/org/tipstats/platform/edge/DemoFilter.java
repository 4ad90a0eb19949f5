package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.http.Gate;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;

/**
 * Refuses requests from other machines while the demo is on, because everyone knows the tokens of the demo's accounts.
 * The service then listens on a loopback address only. But requests can still come from outside in two ways: a proxy on
 * this machine, and a web page whose host name resolves to this machine. The filter recognises such requests by their
 * headers, their host, or an old version of HTTP.
 */
@Singleton
class DemoFilter implements Gate {

    private static final int EARLY = 8_990;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORWARDED = "X-Forwarded-";

    private final boolean demo;

    DemoFilter(@ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.demo = demo;
    }

    void register(@Observes Filters filters) {
        if (demo) {
            filters.register(DemoFilter::check, EARLY);
        }
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        return !demo || signOfOthers(request).isEmpty();
    }

    private static void check(RoutingContext context) {
        Optional<String> sign = signOfOthers(context.request());
        if (sign.isEmpty()) {
            context.next();
        } else {
            context.fail(new ProblemException(Problem.of(
                    DemoProblems.DEMO_IS_LOCAL,
                    "The demo is on, and everyone knows the tokens of its accounts, so it answers only requests that come"
                            + " from this machine and name localhost, 127.0.0.1 or [::1]. " + sign.get()
                            + " To serve other machines, start the service with TIPSTATS_DEMO=false. To see the demo,"
                            + " open it on this machine, without a proxy.")));
        }
    }

    /** Returns why the request seems to come from another machine, as a sentence; empty if nothing shows this. */
    private static Optional<String> signOfOthers(HttpServerRequest request) {
        for (Map.Entry<String, String> header : request.headers()) {
            if (isOfProxies(header.getKey())) {
                return Optional.of("This request has the header " + header.getKey() + ", which proxies add.");
            }
        }
        if (request.version() == HttpVersion.HTTP_1_0) {
            return Optional.of("This request uses HTTP/1.0, as some proxies do.");
        }
        HostAndPort authority = request.authority();
        boolean here = authority != null && LOOPBACK.contains(authority.host().toLowerCase(Locale.ROOT));
        return here
                ? Optional.empty()
                : Optional.of("This request names " + (authority == null ? "no host." : authority.host() + "."));
    }

    private static boolean isOfProxies(String header) {
        return header.regionMatches(true, 0, FORWARDED, 0, FORWARDED.length())
                || header.equalsIgnoreCase("Forwarded")
                || header.equalsIgnoreCase("Via")
                || header.equalsIgnoreCase("X-Real-IP");
    }

    @Singleton
    static final class DemoProblems implements ProblemTypes {

        static final ProblemType DEMO_IS_LOCAL = new ProblemType(
                "demo-is-local",
                "The demo answers only on its own machine",
                403,
                "To serve other machines, start the service with TIPSTATS_DEMO=false. To see the demo, open it on the"
                        + " machine on which it runs, without a proxy, for example at http://localhost:8080.");

        @Override
        public List<ProblemType> types() {
            return List.of(DEMO_IS_LOCAL);
        }
    }
}
