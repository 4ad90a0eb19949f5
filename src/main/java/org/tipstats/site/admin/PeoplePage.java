package org.tipstats.site.admin;

import java.util.List;

/**
 * The accounts.
 *
 * @param name what is looked for in their names; empty for nothing
 * @param next the query of the next page; null for none
 * @param filtered whether the list is narrowed down
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
     * @param areas their names, or how many they are; empty for none
     * @param closed whether it has ended
     * @param usedAt when one of its tokens was last used, for machines; null for never
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
