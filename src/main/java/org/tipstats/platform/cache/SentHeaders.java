package org.tipstats.platform.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All headers of a cached answer, after all filters have added theirs, except headers that differ from request to
 * request. The filters would add the same headers for each request with the same key, so the cached answer is sent
 * without running them again.
 */
final class SentHeaders {

    private static final Set<String> OF_ONE_REQUEST = Set.of("x-request-id", "set-cookie", "connection", "keep-alive");

    private volatile List<Header> whole;
    private volatile List<Header> unchanged;

    /**
     * A header with a name and a value that were already checked.
     *
     * @param isFirst true for the first header of its name
     */
    private record Header(CharSequence name, CharSequence value, boolean isFirst) {}

    /** Keeps the headers of an answer that is about to be sent with status 200 or 304. */
    void keep(boolean isUnchanged, MultiMap headers) {
        List<Header> kept = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, String> each : headers) {
            String name = each.getKey().toLowerCase(Locale.ROOT);
            if (!OF_ONE_REQUEST.contains(name)) {
                kept.add(new Header(
                        HttpHeaders.createOptimized(each.getKey()),
                        HttpHeaders.createOptimized(each.getValue()),
                        names.add(name)));
            }
        }
        if (isUnchanged) {
            unchanged = kept;
        } else {
            whole = kept;
        }
    }

    /**
     * Returns whether the headers are known: for status 304 if {@code isUnchanged} is true, otherwise for status 200.
     */
    boolean has(boolean isUnchanged) {
        return (isUnchanged ? unchanged : whole) != null;
    }

    /**
     * Adds the stored headers. They replace headers with the same names that the framework added earlier from settings.
     */
    void putTo(MultiMap headers, boolean isUnchanged) {
        for (Header each : isUnchanged ? unchanged : whole) {
            if (each.isFirst) {
                headers.set(each.name, each.value);
            } else {
                headers.add(each.name, each.value);
            }
        }
    }
}
