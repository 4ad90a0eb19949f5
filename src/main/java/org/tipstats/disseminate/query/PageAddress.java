package org.tipstats.disseminate.query;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipstats.platform.http.PageRequest;

/**
 * The address of a request for data, from which the address of the next page is made.
 *
 * @param path as it was sent, still encoded
 * @param query as it was sent, still encoded, or null
 * @param pinned whether the path itself determines the release
 */
public record PageAddress(String path, String query, boolean pinned) {

    /** Parameters that the address of a next page sets itself. */
    static final Set<String> NEXT_PAGE_PARAMETERS = Set.of("release", "asOf", "cursor");

    public static PageAddress of(URI address) {
        return new PageAddress(address.getRawPath(), address.getRawQuery(), false);
    }

    /**
     * Returns the address of the next page. It names the release, so that the pages agree even if another release is
     * published meanwhile.
     */
    public String next(String release, int offset) {
        List<String> parts = new ArrayList<>();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty() && !NEXT_PAGE_PARAMETERS.contains(part.split("=", 2)[0])) {
                    parts.add(part);
                }
            }
        }
        if (!pinned) {
            parts.add("release=" + release);
        }
        parts.add("cursor=" + PageRequest.encode(Integer.toString(offset)));
        return path + "?" + String.join("&", parts);
    }
}
