package org.tipstats.site.area;

import java.util.List;

/**
 * All areas, by region and sub-region.
 *
 * @param query the filter, as it was typed; empty for none
 * @param found how many areas there are, in a sentence
 * @param world the group of all areas
 */
record AreaListPage(String query, String found, AreaPage.Link world, List<Region> regions) {

    /** A region. */
    record Region(AreaPage.Link group, List<Part> parts) {}

    /** A sub-region. @param group null for areas that belong to the region without one */
    record Part(AreaPage.Link group, List<AreaPage.Link> areas) {}
}
