package org.tipstats.site.area;

import java.util.List;

/**
 * What a search found.
 *
 * @param query as it was typed; empty before anything was
 * @param found how much there is, in a sentence; null before anything was looked for
 */
record SearchPage(String query, String found, List<Group> groups) {

    /** Finds of one kind. @param left how many more there are, in a sentence; null for none */
    record Group(String id, String heading, List<Hit> hits, String left) {}

    /** A find. @param about where it belongs; null where that needs no saying */
    record Hit(String id, String name, String address, String about) {}
}
