package org.tipstats.site.area;

import java.util.List;

/**
 * Who reported a dataflow, year by year.
 *
 * @param dataflows to choose from
 * @param regions to choose from; the first stands for all
 * @param source the release; a sentence on its absence as long as there is none
 * @param json the same board from the API; null as long as there is none
 */
record CoveragePage(
        List<Choice> dataflows,
        List<Choice> regions,
        String caption,
        List<String> years,
        List<Group> groups,
        List<ShownStatus> statuses,
        String source,
        String json,
        String csv) {

    /** Something to choose. */
    record Choice(String id, String name, boolean chosen) {}

    /** A sub-region with its areas. @param counts how many of them reported, by year */
    record Group(String id, String name, List<ShownStatus> counts, List<Line> lines) {}

    /** An area. */
    record Line(String id, String name, List<ShownStatus> cells) {}
}
