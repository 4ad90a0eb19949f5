package org.tipstats.platform.http;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page, or null on the last page; in HTTP replies, {@code PageFilter} replaces the
 *     cursor by the path and query of the next page
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from the results of a query that asked for one item more than fits on the page. The extra item shows
     * that the list continues.
     *
     * @param cursor returns the position of an item; the next page begins after the position of the last item
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> cursor) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, PageRequest.encode(cursor.apply(items.get(items.size() - 1))));
    }

    /**
     * Makes a page from the items of a query that skips items by number. The query must ask for one item more than fits
     * on the page. The cursor is the number of items before the next page.
     */
    public static <T> Page<T> atOffset(List<T> oneMore, PageRequest request) {
        return of(oneMore, request, last -> Integer.toString(request.offset() + request.limit()));
    }

    /** Cuts a page out of a complete list. The cursor is the number of items before the next page. */
    public static <T> Page<T> slice(List<T> all, PageRequest request) {
        int from = Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? PageRequest.encode(Integer.toString(to)) : null);
    }

    /**
     * Cuts a page out of a complete list, for a reply that has other content besides the page. Instead of a cursor, the
     * page has the path and query of the next page.
     */
    public static <T> Page<T> slice(List<T> all, PageRequest request, String path) {
        Page<T> page = slice(all, request);
        String next = page.next == null ? null : path + "?limit=" + request.limit() + "&cursor=" + page.next;
        return new Page<>(page.items, next);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
