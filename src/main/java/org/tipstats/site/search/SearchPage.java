package org.tipstats.site.search;

import java.util.List;

/**
 * The results of a search.
 *
 * @param query the query as typed; empty if there is none yet
 * @param found the number of results, in a sentence; null if there is no query yet
 */
record SearchPage(String query, String found, List<Group> groups) {

    /**
     * The results of one kind.
     *
     * @param left the number of further results, in a sentence; null if there is none
     */
    record Group(String id, String heading, List<Hit> hits, String left) {}

    /**
     * A result.
     *
     * @param about its context, for example its region or code list; null if there is none
     */
    record Hit(String id, String name, String address, String about) {}
}
