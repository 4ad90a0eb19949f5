package org.tipstats.disseminate.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The replies of the board, page by page. */
final class CoverageReplies {

    private CoverageReplies() {}

    /** Areas, by dataflow, area and year. @param next path and query of the next page, or null */
    record AreaBoard(String release, List<AreaCoverage> items, String next) {}

    /** Regions, by dataflow, region and year. @param next path and query of the next page, or null */
    record RegionBoard(String release, List<RegionCoverage> items, String next) {}

    /** Figures that were reported twice. @param next path and query of the next page, or null */
    @Schema(name = "Overlaps")
    record OverlapList(String release, List<Overlap> items, String next) {}
}
