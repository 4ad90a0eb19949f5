package org.tipstats.platform.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Answers failures that occur outside of resources, in the same way as {@link ProblemMapper} answers failures of
 * resources.
 */
@Singleton
record ProblemRoutes(ProblemReply reply) {

    /** The statuses with which the router can answer if no route fits the request. */
    private static final List<Integer> ROUTER_STATUSES = List.of(400, 404, 405, 406, 415, 500);

    /** Makes the handler run before the failure handler of the framework. */
    private static final int EARLY = Integer.MIN_VALUE + 1_000;

    void register(@Observes Router router) {
        router.route().order(EARLY).failureHandler(this::fail);
        ROUTER_STATUSES.forEach(status -> router.errorHandler(status, this::fail));
    }

    private void fail(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        Throwable failure = context.failure();
        int status = context.statusCode();
        boolean bare = failure == null
                || status >= 400
                        && status != 500
                        && ProblemFinder.known(failure).isEmpty();
        reply.send(bare ? ProblemFinder.ofStatus(status, context) : ProblemFinder.of(failure), failure, context);
    }
}
