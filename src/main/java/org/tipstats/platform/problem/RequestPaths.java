package org.tipstats.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Reads the paths of requests as the framework does when it finds the operation. A caller may write the same path in
 * other ways: with dots, double slashes, encoded letters, parameters behind a semicolon, or a slash at the end.
 */
public final class RequestPaths {

    private static final Pattern LEFT_OUT = Pattern.compile(";[^/]*|(?<=.)/(;[^/]*)?$");

    private RequestPaths() {}

    /**
     * Returns the normal form of the path, still encoded, so that filters need to know only one form. If the encoding
     * of the path is not valid, returns the path as it was sent.
     */
    public static String of(RoutingContext context) {
        String path = normalized(context);
        return path.indexOf(';') < 0 && !path.endsWith("/")
                ? path
                : LEFT_OUT.matcher(path).replaceAll("");
    }

    private static String normalized(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException e) {
            return context.request().path();
        }
    }
}
