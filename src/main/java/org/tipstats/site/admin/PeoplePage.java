package org.tipstats.site.admin;

import java.util.List;

/**
 * The list of accounts.
 *
 * @param name the search text for names; empty if there is none
 * @param next the query of the next page; null if there is none
 * @param filtered true if the list is filtered
 */
record PeoplePage(
        String name,
        List<Choice> roles,
        List<Choice> areas,
        List<Choice> states,
        List<Row> rows,
        String next,
        boolean filtered) {

    /**
     * An account.
     *
     * @param about its roles in words
     * @param areas the names of its areas, or their number; empty if there are none
     * @param closed true if it is closed
     * @param usedAt the time at which one of its tokens was last used, in ISO 8601; null for never
     * @param used the same in words
     */
    record Row(
            String address,
            String name,
            String about,
            String areas,
            boolean closed,
            String tokens,
            String usedAt,
            String used) {}
}
