package org.tipstats.site.releases;

import java.util.List;
import org.tipstats.site.area.ShownStatus;

/**
 * The years that each area reported for a dataflow.
 *
 * @param dataflows the dataflows to choose from
 * @param regions the regions to choose from; the first choice is all
 * @param source a sentence on the release, or on its absence
 * @param json the API address of the same table; null if there is no release
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

    /** A choice of a list. */
    record Choice(String id, String name, boolean chosen) {}

    /**
     * A sub-region with its areas.
     *
     * @param counts the number of reporting areas, by year
     */
    record Group(String id, String name, List<ShownStatus> counts, List<Line> lines) {}

    /** An area. */
    record Line(String id, String name, List<ShownStatus> cells) {}
}
