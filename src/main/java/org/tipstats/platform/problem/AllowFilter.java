package org.tipstats.platform.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/**
 * Lists the methods of a path in replies with status 405 and in replies to {@code OPTIONS}. The framework sends no list
 * with status 405, and replies to {@code OPTIONS} with the methods of all paths of the resource class.
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
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", Operations.methodsAt(path)));
        }
    }

    /** The operations of the program: the resource methods by HTTP method and path, whatever their media types. */
    static final class Operations {

        private static final Map<String, RequestMapper<List<Method>>> BY_METHOD = read();

        private Operations() {}

        private static Map<String, RequestMapper<List<Method>>> read() {
            Map<String, Map<URITemplate, List<Method>>> found = new TreeMap<>();
            for (Bean<?> bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
                Path base = bean.getBeanClass().getAnnotation(Path.class);
                for (Method method :
                        base == null ? new Method[0] : bean.getBeanClass().getDeclaredMethods()) {
                    for (Annotation mark : method.getAnnotations()) {
                        HttpMethod http = mark.annotationType().getAnnotation(HttpMethod.class);
                        if (http != null) {
                            found.computeIfAbsent(http.value(), first -> new TreeMap<>())
                                    .computeIfAbsent(path(base, method), first -> new ArrayList<>())
                                    .add(method);
                        }
                    }
                }
            }
            Map<String, RequestMapper<List<Method>>> mappers = new TreeMap<>();
            found.forEach((http, paths) -> {
                ArrayList<RequestPath<List<Method>>> templates = new ArrayList<>();
                paths.forEach((path, methods) -> templates.add(new RequestPath<>(false, path, methods)));
                mappers.put(http, new RequestMapper<>(templates));
            });
            return mappers;
        }

        private static URITemplate path(Path base, Method method) {
            Path own = method.getAnnotation(Path.class);
            String path = "/" + base.value() + "/" + (own == null ? "" : own.value());
            return new URITemplate(path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""), false);
        }

        /** Returns the resource methods for an HTTP method and a path; empty if there are none. */
        static List<Method> at(String http, String path) {
            RequestMapper<List<Method>> mapper = BY_METHOD.get(http);
            RequestMatch<List<Method>> match = mapper == null ? null : mapper.map(path);
            return match != null ? match.value : http.equals("HEAD") ? at("GET", path) : List.of();
        }

        /** Returns the HTTP methods of a path. */
        static Set<String> methodsAt(String path) {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            BY_METHOD.keySet().stream()
                    .filter(http -> !at(http, path).isEmpty())
                    .forEach(methods::add);
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return methods;
        }

        /** Returns whether a path exists, but not for this method. */
        static boolean allowsOnlyOtherMethods(String path, String method) {
            Set<String> methods = methodsAt(path);
            return methods.size() > 1 && !methods.contains(method);
        }
    }
}
