package org.tipstats.site.area;

import java.util.List;

/**
 * All areas, by region and sub-region.
 *
 * @param query the filter as typed; empty if there is none
 * @param found the number of areas, in a sentence
 * @param world the group of all areas
 */
record AreaListPage(String query, String found, AreaPage.Link world, List<Region> regions) {

    /** A region. */
    record Region(AreaPage.Link group, List<Part> parts) {}

    /**
     * A sub-region.
     *
     * @param group null for areas that belong directly to the region
     */
    record Part(AreaPage.Link group, List<AreaPage.Link> areas) {}
}
