package org.tipstats.platform.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tipstats.platform.http.Gate;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Refuses requests that are too large, have a compressed body, or have no valid URL or {@code Content-Type}. Takes the
 * size of the body from the headers of the request. Sends a reply that the client can read; the server itself has
 * slightly higher limits, above which it closes the connection without a reply.
 */
@Singleton
class RequestLimitFilter implements Gate {

    private static final int EARLY = 8_800;
    private static final int LONGEST_ADDRESS = 8_192;
    private static final int LARGEST_HEAD = 16_384;
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*[^\\s/,;]+/[^\\s/,;]+\\s*(;.*)?");

    /** The path of the data queries that a client can also post. */
    private static final Pattern DATA_QUERY = Pattern.compile("/api/v1/data/[A-Z0-9_]{1,60}");

    private static final long PATIENCE_MS = 10_000;

    /** Bytes that a form may need in addition to a file of the largest size. */
    private static final long FORM_OVERHEAD_BYTES = 65_536;

    private final long largestBody;

    RequestLimitFilter(@ConfigProperty(name = "tipstats.max-upload") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        return find(request).isEmpty();
    }

    private void check(RoutingContext context) {
        Optional<Problem> problem = find(context.request());
        if (problem.isEmpty()) {
            context.next();
            return;
        }
        if (problem.get().type() == ProblemType.TOO_LARGE) {
            discardBody(context);
        }
        context.fail(new ProblemException(problem.get()));
    }

    private Optional<Problem> find(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return Optional.of(longAddress(request));
        }
        int head = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            head += header.getKey().length() + header.getValue().length();
        }
        if (head > LARGEST_HEAD) {
            return Optional.of(tooLong(ProblemType.HEADERS_TOO_LARGE, "header", head, LARGEST_HEAD, ""));
        }
        Optional<Problem> invalid = invalidAddress(request.uri());
        if (invalid.isPresent()) {
            return invalid;
        }
        if (request.path().contains("%00")) {
            return Optional.of(Problem.of(ProblemType.BAD_REQUEST, "The address contains a NUL character."));
        }
        return announced(request) > largestBody + FORM_OVERHEAD_BYTES
                ? Optional.of(tooLong(ProblemType.TOO_LARGE, "body", announced(request), largestBody, ""))
                : Optional.empty();
    }

    /** Refuses an invalid URI. {@code Main} turns off the framework's own check, which replies without a body. */
    private static Optional<Problem> invalidAddress(String address) {
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(Problem.of(
                    ProblemType.BAD_REQUEST,
                    "The address is not valid from character " + (e.getIndex() + 1)
                            + " on. Write special characters as % and two hexadecimal digits, such as %7C for |."));
        }
    }

    /** Refuses a compressed body. Runs after the role is checked, and before the operation reads the body. */
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    void refuseCompressed(ContainerRequestContext request) {
        String encoding = request.getHeaderString("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip())) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A body with a Content-Encoding is not accepted: send it uncompressed.");
        }
    }

    /**
     * Refuses a POST, PUT or PATCH whose {@code Content-Type} is not a media type. Otherwise the framework would fail
     * on this header.
     */
    @ServerRequestFilter(preMatching = true)
    void refuseUntyped(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (request.getMethod().startsWith("P")
                && type != null
                && !MEDIA_TYPE.matcher(type).matches()) {
            throw new NotSupportedException();
        }
    }

    private static Problem longAddress(HttpServerRequest request) {
        String post = DATA_QUERY.matcher(request.path()).matches()
                ? " Send the query as JSON in the body of a POST to " + request.path() + "."
                : "";
        return tooLong(ProblemType.URI_TOO_LONG, "address", request.uri().length(), LONGEST_ADDRESS, post);
    }

    private static Problem tooLong(ProblemType type, String what, long length, long limit, String remedy) {
        String detail = "The " + what + " has " + length + " bytes; at most " + limit + " are accepted." + remedy;
        return Problem.of(type, detail).with("limit", limit);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    /**
     * Discards the body for a limited time before closing the connection, because a client that is still sending does
     * not read the reply.
     */
    private static void discardBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        long timer = context.vertx()
                .setTimer(PATIENCE_MS, late -> request.connection().close());
        context.response().putHeader("Connection", "close");
        request.endHandler(all -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.handler(ignored -> {});
        request.resume();
    }
}
