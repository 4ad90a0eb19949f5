package org.tipstats.platform.problem;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;
import org.tipstats.platform.problem.RequestIdFilter.RequestId;

/**
 * Logs problems and renders them in the format of the interface that the request used: the API or, for example, SDMX or
 * the website. Also answers requests that failed before they reached a resource.
 */
@Singleton
class ProblemReply {

    private static final Logger LOG = Logger.getLogger(ProblemReply.class);
    private static final String ACCOUNT = "account";

    private final List<ProblemRenderer> surfaces;
    private final ApiProblemRenderer api;

    ProblemReply(@All List<ProblemRenderer> surfaces, ApiProblemRenderer api) {
        this.surfaces = surfaces;
        this.api = api;
    }

    RenderedProblem make(Problem problem, Throwable cause, RoutingContext context) {
        FailedRequest request = new FailedRequest(
                context.request().method().name(),
                RequestPaths.of(context),
                RequestId.of(context),
                context.request()::getHeader);
        log(problem, cause, request, caller(context));
        return surfaces.stream()
                .filter(surface -> surface.covers(request))
                .findFirst()
                .map(surface -> surface.render(problem, request))
                .orElseGet(() -> api.render(problem, request.requestId()));
    }

    /** Answers a request that failed before it reached a resource. */
    void send(Problem problem, Throwable cause, RoutingContext context) {
        RenderedProblem body = make(problem, cause, context);
        context.response().setStatusCode(problem.status());
        context.response().putHeader(RequestId.HEADER, RequestId.of(context));
        problem.headers().forEach(context.response()::putHeader);
        context.response().putHeader("Content-Type", body.contentType()).end(Buffer.buffer(body.body()));
    }

    /** Describes the caller: the account, if the caller has signed in, and the network address. */
    private static String caller(RoutingContext context) {
        Object account = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttribute(ACCOUNT)
                : null;
        String named = account == null ? "none" : account.toString().replaceAll("\\p{Cntrl}", " ");
        return "client=" + context.request().remoteAddress().hostAddress() + " account=" + named;
    }

    private static void log(Problem problem, Throwable cause, FailedRequest request, String caller) {
        String line = problem.status() + " " + request.method() + " " + request.path();
        switch (problem.status()) {
            case 401, 403, 429 -> LOG.info(line + " " + problem.type().slug() + " " + caller);
            case 503 -> LOG.warn(line + " " + root(cause));
            default -> {
                if (problem.status() >= 500) {
                    LOG.error(line, cause);
                } else {
                    LOG.debug(line + " " + problem.detail());
                }
            }
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
