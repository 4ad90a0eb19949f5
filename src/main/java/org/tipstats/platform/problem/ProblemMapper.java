package org.tipstats.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;

/**
 * The only exception mapper. Turns every failure of a request into a problem, in the format that belongs to the path of
 * the request.
 */
class ProblemMapper {

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final ProblemReply reply;

    ProblemMapper(ProblemReply reply) {
        this.reply = reply;
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(SecurityException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(ForbiddenException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    /** Lists the subtypes, too, because otherwise the framework would handle these subtypes with its own mappers. */
    @ServerExceptionMapper({
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        JsonProcessingException.class
    })
    Response json(JsonProcessingException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    @ServerExceptionMapper(WebApplicationException.class)
    Response http(WebApplicationException failure, RoutingContext context) {
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        Problem problem = Optional.ofNullable(failure.getCause())
                .flatMap(ProblemFinder::known)
                .orElseGet(() -> ProblemFinder.ofStatus(status(original.getStatus(), context), context));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return respond(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow), failure, context);
    }

    /**
     * Changes 404 to 405 if the path exists, but not for this method. The framework searches only one class. If the
     * paths of two classes begin with the same template, the framework may answer 404 although the other class has the
     * path.
     */
    private static int status(int status, RoutingContext context) {
        boolean others = status == NOT_FOUND
                && AllowFilter.allowsOnlyOtherMethods(
                        context.request().path(), context.request().method().name());
        return others ? METHOD_NOT_ALLOWED : status;
    }

    @ServerExceptionMapper(Throwable.class)
    Response anything(Throwable failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    private Response respond(Problem problem, Throwable cause, RoutingContext context) {
        RenderedProblem body = reply.make(problem, cause, context);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(body.contentType()).entity(body.body());
        problem.headers().forEach(response::header);
        return response.build();
    }
}
