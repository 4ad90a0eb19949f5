package org.tipstats.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;

/** Finds the problem for a failure. */
final class ProblemFinder {

    private static final String CHALLENGE = "WWW-Authenticate";

    private ProblemFinder() {}

    /** Returns the problem for any failure; an internal error if no other problem fits. */
    static Problem of(Throwable failure) {
        return known(failure)
                .orElseGet(() -> Problem.of(
                        ProblemType.INTERNAL_ERROR,
                        "The service could not complete this request. The error was recorded."));
    }

    /** Returns the problem; empty if the failure is a bug. */
    static Optional<Problem> known(Throwable failure) {
        if (failure instanceof ProblemException misuse) {
            return Optional.of(misuse.problem());
        }
        if (failure instanceof UnauthorizedException) {
            return Optional.of(unauthenticated("This is not public. Send a token."));
        }
        if (failure instanceof ForbiddenException) {
            return Optional.of(
                    Problem.of(ProblemType.FORBIDDEN, "The account does not have the role required for this."));
        }
        if (failure instanceof JsonProcessingException json) {
            return JsonProblems.of(json);
        }
        return DatabaseProblems.find(failure).or(() -> authentication(failure)).or(() -> connectionClosed(failure));
    }

    private static Optional<Problem> authentication(Throwable failure) {
        return failure instanceof AuthenticationException
                ? Optional.of(unauthenticated("The token is unknown, expired or revoked."))
                : Optional.empty();
    }

    /**
     * Returns a problem if the client has closed the connection. Only the log shows the problem, because the client can
     * no longer receive it.
     */
    private static Optional<Problem> connectionClosed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException || cause instanceof HttpClosedException) {
                return Optional.of(
                        Problem.of(ProblemType.BAD_REQUEST, "The connection was closed before the body ended."));
            }
        }
        return Optional.empty();
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(ProblemType.UNAUTHENTICATED, detail).header(CHALLENGE, "Bearer");
    }

    /**
     * Returns the problem for a status that was set without an exception. Describes the request in the text of the
     * problem.
     */
    static Problem ofStatus(int status, RoutingContext context) {
        String method = context.request().method().name();
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(
                type,
                switch (status) {
                    case 404 -> "There is nothing at " + context.request().path() + ".";
                    case 405 ->
                        method + " is not allowed at " + context.request().path() + ".";
                    case 406 ->
                        "None of the formats in \"Accept\" is available here: "
                                + context.request().getHeader("Accept") + ".";
                    case 415 ->
                        "This is not accepted here: " + context.request().getHeader("Content-Type") + ".";
                    default -> type.title() + ".";
                });
    }
}
