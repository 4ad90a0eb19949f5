package org.tipstats.platform.http;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page, which the HTTP reply turns into path and query of that page; null at the end
 * of the list
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from the items of a query that asked for one item more than the page holds. The extra item shows
     * that the list continues.
     *
     * @param cursor returns the position of an item, after which the next page begins
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> cursor) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, PageRequest.encode(cursor.apply(items.get(items.size() - 1))));
    }

    /**
     * Makes a page from the items of a query that skipped the items before the page and asked for one item more than
     * the page holds. Its cursor is the number of items before the next page.
     */
    public static <T> Page<T> atOffset(List<T> oneMore, PageRequest request) {
        return of(oneMore, request, last -> Integer.toString(request.offset() + request.limit()));
    }

    /** Makes a page of a complete list. Its cursor is the number of items before the next page. */
    public static <T> Page<T> slice(List<T> all, PageRequest request) {
        int from = Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? PageRequest.encode(Integer.toString(to)) : null);
    }

    /**
     * Makes a page of a complete list whose pages have a path of their own. The result names path and query of the next
     * page.
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
