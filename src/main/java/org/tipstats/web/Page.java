package org.tipstats.web;

import java.util.List;

/** One page of a list. @param next path and query of the next page, or null */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The value of the header Link, or null on the last page. */
    public String link() {
        return next == null ? null : "<" + next + ">; rel=\"next\"";
    }
}
