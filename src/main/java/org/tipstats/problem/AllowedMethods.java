package org.tipstats.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods that paths have, whichever classes they lie in. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The methods that a path has, {@code OPTIONS} always among them. @param path as sent, still encoded */
    static Set<String> at(String path) {
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

    /** Whether a path is there, but for other methods only. */
    static boolean areOthers(String path, String method) {
        Set<String> methods = at(path);
        return methods.size() > 1 && !methods.contains(method);
    }
}
