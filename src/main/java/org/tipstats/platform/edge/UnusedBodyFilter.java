package org.tipstats.platform.edge;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tipstats.platform.problem.ProblemException;

/**
 * Refuses a body with content if the operation of the API takes no body. Otherwise the service would ignore an embargo
 * in the body of a request to publish, and publish at once. Empty JSON is allowed, because many clients send it with
 * every POST.
 */
@Singleton
final class UnusedBodyFilter {

    private static final String API = "/api/v1/";
    private static final int MAX_EMPTY_BYTES = 64;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> EMPTY = Set.of("", "{}", "null");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        Method method = resource.getResourceMethod();
        boolean unused = WITH_BODY.contains(request.getMethod())
                && request.getUriInfo().getPath().startsWith(API)
                && method != null
                && !takesBody(method);
        if (!unused) {
            return;
        }
        InputStream body = request.getEntityStream();
        byte[] start = body.readNBytes(MAX_EMPTY_BYTES + 1);
        String text = new String(start, StandardCharsets.UTF_8).replaceAll("\\s", "");
        if (start.length > MAX_EMPTY_BYTES || !EMPTY.contains(text)) {
            throw ProblemException.body(
                    "", null, "This operation takes no body. Nothing was done. Send the request without a body.");
        }
    }

    private static boolean takesBody(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }
}
