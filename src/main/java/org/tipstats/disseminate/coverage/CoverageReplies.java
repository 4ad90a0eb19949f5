package org.tipstats.disseminate.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pages of the coverage board as the API shows them. */
final class CoverageReplies {

    private CoverageReplies() {}

    /**
     * A page of areas, by dataflow, area and year.
     *
     * @param next path and query of the next page, or null
     */
    record AreaBoard(String release, List<AreaCoverage> items, String next) {}

    /**
     * A page of regions, by dataflow, region and year.
     *
     * @param next path and query of the next page, or null
     */
    record RegionBoard(String release, List<RegionCoverage> items, String next) {}

    /**
     * A page of figures that were reported twice.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "Overlaps")
    record OverlapList(String release, List<Overlap> items, String next) {}
}
