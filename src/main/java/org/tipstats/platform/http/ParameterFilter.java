package org.tipstats.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;

/**
 * Refuses requests with unknown, repeated or empty query parameters. Otherwise a request with a misspelt or empty
 * filter would return everything. This is checked only below {@code /api/v1/}, and empty values only for GET and HEAD;
 * operations with {@link FreeParameters} check names and repetitions themselves. Values must be valid text everywhere.
 */
@Singleton
public class ParameterFilter {

    private static final String API = "/api/v1/";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Matches NUL, which is not allowed in any text, and U+FFFD, which replaces bytes that are not valid UTF-8. */
    private static final Pattern INVALID_CHARACTER = Pattern.compile("[\\x00\\uFFFD]");

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty() || method == null) {
            return;
        }
        boolean api = request.getUriInfo().getPath().startsWith(API);
        boolean names = api && !isFree(method);
        boolean read = api && READS.contains(request.getMethod());
        List<InputError> faults = new ArrayList<>();
        query.forEach((name, values) -> {
            Optional<InputError> misuse = names ? checkUse(name, values, known(method, name)) : Optional.empty();
            if (misuse.isEmpty() && read && values.contains("")) {
                misuse = Optional.of(
                        InputError.parameter(name, "", "\"" + name + "\" has no value. Give it one, or leave it out."));
            }
            misuse.ifPresent(faults::add);
            if (values.stream()
                    .anyMatch(value -> INVALID_CHARACTER.matcher(value).find())) {
                faults.add(InputError.parameter(name, null, "\"" + name + "\" is not text encoded as UTF-8."));
            }
        });
        ProblemException.requireNoParameterFaults(faults);
    }

    private Set<String> known(Method method, String name) {
        return isOpen(method, name) ? Set.of(name) : declared.computeIfAbsent(method, ParameterFilter::names);
    }

    private static Optional<InputError> checkUse(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            return Optional.of(unknown(name, values, known));
        }
        return values.size() == 1
                ? Optional.empty()
                : Optional.of(InputError.parameter(
                        name, String.join(", ", values), "\"" + name + "\" is given " + values.size() + " times."));
    }

    private static InputError unknown(String name, List<String> values, Set<String> known) {
        String has = known.isEmpty() ? "none" : String.join(", ", known);
        return InputError.parameter(
                name,
                values.get(0),
                "There is no parameter \"" + name + "\" here. Parameters: " + has + ".",
                WordSuggestions.near(name, known));
    }

    private static boolean isFree(Method method) {
        return method.isAnnotationPresent(FreeParameters.class)
                || method.getDeclaringClass().isAnnotationPresent(FreeParameters.class);
    }

    private static boolean isOpen(Method method, String name) {
        OpenParameters open = method.getAnnotation(OpenParameters.class);
        return open != null && name.startsWith(open.prefix());
    }

    static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .map(field -> name(field, field.getName()))
                        : Stream.of(name(parameter, parameter.getName())))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the name of the query parameter that a Java parameter or field stands for; null if it stands for none.
     */
    private static String name(AnnotatedElement parameter, String own) {
        QueryParam standard = parameter.getAnnotation(QueryParam.class);
        if (standard != null) {
            return standard.value();
        }
        RestQuery named = parameter.getAnnotation(RestQuery.class);
        if (named == null) {
            return null;
        }
        return named.value().isEmpty() ? own : named.value();
    }

    /** Marks a resource method that takes query parameters with any name after a prefix, and checks these itself. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface OpenParameters {

        String prefix();
    }

    /** Marks a resource method or class that checks the names and repetitions of its query parameters itself. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    public @interface FreeParameters {}
}
