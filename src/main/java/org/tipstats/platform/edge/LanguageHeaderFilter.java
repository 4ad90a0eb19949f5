package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes parts of {@code Accept-Language} that are not valid. Otherwise the framework would refuse the whole request,
 * although a service may ignore this header.
 */
@Singleton
class LanguageHeaderFilter {

    /** Runs before the cache, whose keys contain the language. */
    private static final int FIRST = 10_003;

    private static final String LANGUAGES = "Accept-Language";
    private static final Pattern VALID = Pattern.compile(
            "(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)\\s*(;\\s*[qQ]=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?))?");

    void register(@Observes Filters filters) {
        filters.register(LanguageHeaderFilter::tidy, FIRST);
    }

    private static void tidy(RoutingContext context) {
        MultiMap headers = context.request().headers();
        List<String> wanted = headers.getAll(LANGUAGES);
        if (!wanted.isEmpty()) {
            headers.set(LANGUAGES, valid(String.join(",", wanted)));
        }
        context.next();
    }

    private static String valid(String wanted) {
        return Arrays.stream(wanted.split(","))
                .map(String::strip)
                .filter(range -> VALID.matcher(range).matches())
                .collect(Collectors.joining(", "));
    }
}
