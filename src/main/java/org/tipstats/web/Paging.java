package org.tipstats.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.tipstats.problem.ProblemException;

/**
 * Which part of a list is asked for.
 *
 * @param limit the most items in a page
 * @param cursor what the page before gave, decoded, or null for the first page
 */
public record Paging(int limit, String cursor) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 10_000;

    /** Reads the parameters {@code limit} and {@code cursor}; 400 when they are malformed. */
    public static Paging of(String limit, String cursor) {
        return new Paging(limit == null ? DEFAULT_LIMIT : limit(limit), decoded(cursor));
    }

    /** Reads a limit from 1 to {@link #MAX_LIMIT}. */
    public static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below, as any other value that is none
        }
        throw ProblemException.parameter(
                "limit", text, "A limit is a whole number from 1 to " + MAX_LIMIT + ".", List.of());
    }

    private static String decoded(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notACursor(cursor);
        }
    }

    /** 400 for a cursor that this service did not give. */
    public static ProblemException notACursor(String cursor) {
        return ProblemException.parameter(
                "cursor", cursor, "This is no cursor of this list. Follow the \"next\" of a reply as it is.", List.of());
    }

    /** The cursor as a whole number, 0 on the first page; 400 when it is none. */
    public int offset() {
        if (cursor == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw notACursor(cursor);
        }
    }

    /**
     * Makes a page of items of which one more than the limit was asked for: the surplus tells that there is a next page.
     *
     * @param request the address of this page
     * @param cursorAfter the cursor of the page that begins after an item
     */
    public <T> Page<T> page(List<T> items, URI request, Function<T, String> cursorAfter) {
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        List<T> shown = items.subList(0, limit);
        return new Page<>(shown, next(request, cursorAfter.apply(shown.get(limit - 1))));
    }

    /** The page of a list that is at hand whole, by offset. */
    public <T> Page<T> slice(List<T> all, URI request) {
        int from = Math.min(offset(), all.size());
        int to = Math.min(from + limit, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? next(request, Integer.toString(to)) : null);
    }

    /** Path and query of the page with a cursor: those of the request with {@code cursor} put in. */
    public static String next(URI request, String cursor) {
        List<String> parts = new ArrayList<>();
        if (request.getRawQuery() != null) {
            for (String part : request.getRawQuery().split("&")) {
                String name = URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8);
                if (!name.equals("cursor") && !part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
        parts.add("cursor=" + URLEncoder.encode(encoded, StandardCharsets.UTF_8));
        return request.getRawPath() + "?" + String.join("&", parts);
    }
}
