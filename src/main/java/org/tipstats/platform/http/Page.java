package org.tipstats.platform.http;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the list goes on: a cursor, which the reply over HTTP turns into the path and query of the next page;
 *     null at the end
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a query that asked for one item more than was wanted, to know whether the list goes on.
     *
     * @param cursor the cursor that leads to what follows an item
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> cursor) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, PageRequest.encode(cursor.apply(items.get(items.size() - 1))));
    }

    /** The page of a list that is at hand whole; its cursor is a number of items. */
    public static <T> Page<T> slice(List<T> all, PageRequest request) {
        int from = Math.min(request.offset(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? PageRequest.encode(Integer.toString(to)) : null);
    }

    /** The same page of what the items are turned into. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
