package org.tipstats.platform.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Receives the whole body of every request that can have one, before a worker thread works on the request. So a slow
 * client occupies only a connection, but no thread. A request whose body comes too late is answered with 408. This
 * filter runs before the framework looks for the operation, because the framework reads forms before it runs other
 * filters.
 *
 * @param store a proxy, because filters are made before the configuration is known
 */
@Singleton
record BodyFilter(BodyStore store) {

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Bytes that a form may need in addition to a file of the largest size. */
    private static final long FORM_OVERHEAD_BYTES = 65_536;

    @ServerRequestFilter(preMatching = true)
    Uni<Void> receive(ContainerRequestContext request, RoutingContext context) {
        return announced(context.request()) < 0
                ? null
                : receive(context)
                        .invoke(body -> request.setEntityStream(body.open()))
                        .replaceWithVoid();
    }

    /** Returns the body as soon as the body is complete, or fails with a problem. */
    Uni<ReceivedBody> receive(RoutingContext context) {
        long length = announced(context.request());
        return new BodyReception(context, store, length, FORM_OVERHEAD_BYTES).begin();
    }

    /**
     * Returns the length of the body that the request announces; 0 if the length is not known, and -1 if there is no
     * body.
     */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (WITHOUT_BODY.contains(request.method())) {
            return -1;
        }
        if (length != null) {
            return length.matches("[1-9][0-9]{0,17}") ? Long.parseLong(length) : -1;
        }
        boolean open = request.headers().contains("Transfer-Encoding") || request.version() == HttpVersion.HTTP_2;
        return open ? 0 : -1;
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                Problem.of(ProblemType.TOO_LARGE, "The body has more than " + limit + " bytes, which is the limit.")
                        .with("limit", limit));
    }
}
