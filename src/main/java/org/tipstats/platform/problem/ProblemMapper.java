package org.tipstats.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.spi.runtime.SecurityCheck;
import io.quarkus.security.spi.runtime.SecurityCheckStorage;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.tipstats.platform.problem.AllowFilter.Operations;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;

/**
 * The only exception mapper. Turns every failure of a request into a problem, in the format that belongs to the path of
 * the request.
 */
record ProblemMapper(ProblemReply reply, SecurityCheckStorage checks, IdentityProviderManager identities) {

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private static final String FORM_ENDED = "Connection terminated parsing multipart";

    /** The statuses that the framework sets before it checks the role: not acceptable, unsupported media type. */
    private static final Set<Integer> BEFORE_ROLE = Set.of(406, 415);

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(SecurityException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(ForbiddenException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    /** Lists the subtypes, too: otherwise the framework would handle these subtypes with mappers of its own. */
    @ServerExceptionMapper({
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        JsonProcessingException.class
    })
    Response json(JsonProcessingException failure, RoutingContext context) {
        return respond(ProblemFinder.of(failure), failure, context);
    }

    @ServerExceptionMapper(WebApplicationException.class)
    Uni<Response> http(WebApplicationException failure, RoutingContext context) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return Uni.createFrom().item(failure.getResponse());
        }
        Uni<?> allowed = BEFORE_ROLE.contains(status)
                ? checkRole(context)
                : Uni.createFrom().voidItem();
        return allowed.<Response>map(none -> refused(failure, context))
                .onFailure()
                .recoverWithItem(refusal -> respond(ProblemFinder.of(refusal), refusal, context));
    }

    /**
     * Fails if the caller may not use the operation at this path. Such a caller gets only the refusal of the role, and
     * so learns nothing about the operation.
     */
    private Uni<?> checkRole(RoutingContext context) {
        List<Method> methods = Operations.at(context.request().method().name(), RequestPaths.of(context));
        return QuarkusHttpUser.getSecurityIdentity(context, identities).chain(identity -> {
            SecurityCheck check = methods.isEmpty() ? null : checks.getSecurityCheck(methods.get(0));
            return check == null
                    ? Uni.createFrom().voidItem()
                    : check.nonBlockingApply(identity, methods.get(0), new Object[0]);
        });
    }

    private Response refused(WebApplicationException failure, RoutingContext context) {
        Response original = failure.getResponse();
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
                && Operations.allowsOnlyOtherMethods(
                        RequestPaths.of(context), context.request().method().name());
        return others ? METHOD_NOT_ALLOWED : status;
    }

    @ServerExceptionMapper(Throwable.class)
    Response anything(Throwable failure, RoutingContext context) {
        Problem problem =
                ProblemFinder.known(failure).or(() -> brokenForm(failure)).orElseGet(() -> ProblemFinder.of(failure));
        return respond(problem, failure, context);
    }

    /**
     * Returns the problem if a form cannot be read; otherwise empty. The framework has no special exception for forms.
     */
    private static Optional<Problem> brokenForm(Throwable failure) {
        boolean formed = Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
        boolean ended = failure instanceof IOException
                && String.valueOf(failure.getMessage()).startsWith(FORM_ENDED);
        return formed && (ended || failure instanceof RuntimeException && !isOfDisk(failure.getCause()))
                ? Optional.of(Problem.of(
                        ProblemType.INVALID_BODY,
                        "The form is not valid multipart/form-data. Compare its boundary, the headers of its parts and its"
                                + " end. It may have at most 1000 parts."))
                : Optional.empty();
    }

    /** Returns whether a part of a form could not be stored on the disk. */
    private static boolean isOfDisk(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof UnsupportedEncodingException);
    }

    private Response respond(Problem problem, Throwable cause, RoutingContext context) {
        RenderedProblem body = reply.make(problem, cause, context);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(body.contentType()).entity(body.body());
        problem.headers().forEach(response::header);
        return response.build();
    }
}
