package org.tipstats.disseminate.query;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipstats.platform.http.PageRequest;

/**
 * The address that data was asked for at, and so that of its next page.
 *
 * @param path as it was sent
 * @param query as it was sent, or null
 * @param pinned whether the path itself says which release is meant
 */
record PageAddress(String path, String query, boolean pinned) {

    /** Parameters that the address of a next page has of its own. */
    static final Set<String> OWN = Set.of("release", "asOf", "cursor");

    static PageAddress of(URI address) {
        return new PageAddress(address.getRawPath(), address.getRawQuery(), false);
    }

    /** The next page, of this very release: what follows page one must not change when another is published. */
    String next(String release, int offset) {
        List<String> parts = new ArrayList<>();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty() && !OWN.contains(part.split("=", 2)[0])) {
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
