package org.tipstats.platform.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Lists the methods of a path in replies with status 405 and in replies to {@code OPTIONS}. With status 405, the
 * framework sends no list. To {@code OPTIONS}, it sends the methods of all paths of the class.
 */
@Singleton
class AllowFilter {

    private static final int METHOD_NOT_ALLOWED = 405;

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        boolean asked =
                "OPTIONS".equals(request.getMethod()) && response.getHeaders().containsKey(HttpHeaders.ALLOW);
        if (asked || response.getStatus() == METHOD_NOT_ALLOWED) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methodsAt(path)));
        }
    }

    /** Returns whether a path exists, but only for other methods. */
    static boolean allowsOnlyOtherMethods(String path, String method) {
        Set<String> methods = methodsAt(path);
        return methods.size() > 1 && !methods.contains(method);
    }

    private static Set<String> methodsAt(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (RequestPath<InitialMatch> resource :
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            RequestMatch<InitialMatch> match = new RequestMapper<>(new ArrayList<>(List.of(resource))).map(path);
            if (match != null) {
                for (ServerRestHandler handler : match.value.handlers) {
                    if (handler instanceof ClassRoutingHandler routing) {
                        addMatching(routing, match.remaining.isEmpty() ? "/" : match.remaining, methods);
                    }
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static void addMatching(ClassRoutingHandler routing, String remaining, Set<String> methods) {
        routing.getMappers().forEach((method, paths) -> {
            if (method != null && paths.map(remaining) != null) {
                methods.add(method);
            }
        });
    }
}
