package org.tipstats.disseminate.coverage;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.coverage.CoverageService.AreaCoverage;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.disseminate.coverage.DataflowOverlaps.Overlap;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;

/**
 * Serves the coverage of a release: which areas report which years of each dataflow, the same for regions, and figures
 * that were reported twice.
 */
@Path("/api/v1/coverage")
@PermitAll
class CoverageResource {

    private static final CsvTable<AreaCoverage> AREAS = new CsvTable<>(List.of(
            CsvColumn.text("DATAFLOW", AreaCoverage::dataflow),
            CsvColumn.text("REF_AREA", AreaCoverage::area),
            CsvColumn.text("TIME_PERIOD", AreaCoverage::year),
            CsvColumn.text("STATUS", row -> row.status().word())));

    private static final CsvTable<RegionCoverage> REGIONS = new CsvTable<>(List.of(
            CsvColumn.text("DATAFLOW", RegionCoverage::dataflow),
            CsvColumn.text("REF_AREA", RegionCoverage::region),
            CsvColumn.text("TIME_PERIOD", RegionCoverage::year),
            CsvColumn.number("AREAS", RegionCoverage::areas),
            CsvColumn.number("REPORTED", RegionCoverage::reported),
            CsvColumn.number("MASKED", RegionCoverage::masked),
            CsvColumn.number("DECLARED", RegionCoverage::declared),
            CsvColumn.number("LATE", RegionCoverage::late),
            CsvColumn.number("NEVER", RegionCoverage::never),
            CsvColumn.number("AREA_SHARE", RegionCoverage::areaShare),
            CsvColumn.number("POPULATION_SHARE", RegionCoverage::populationShare)));

    private static final CsvTable<Overlap> OVERLAPS = new CsvTable<>(List.of(
            CsvColumn.text("KIND", row -> row.kind().word()),
            CsvColumn.text("REF_AREA", Overlap::area),
            CsvColumn.text("TIME_PERIOD", Overlap::year),
            CsvColumn.text("SAME", row -> row.same() == null ? null : row.same().toString()),
            CsvColumn.text("DATAFLOW_1", row -> row.figures().get(0).dataflow()),
            CsvColumn.text("KEY_1", row -> key(row.figures().get(0))),
            CsvColumn.number("OBS_VALUE_1", row -> row.figures().get(0).value()),
            CsvColumn.text("OBS_STATUS_1", row -> row.figures().get(0).status()),
            CsvColumn.text("SOURCE_AGENCY_1", row -> row.figures().get(0).agency()),
            CsvColumn.text("DATAFLOW_2", row -> row.figures().get(1).dataflow()),
            CsvColumn.text("KEY_2", row -> key(row.figures().get(1))),
            CsvColumn.number("OBS_VALUE_2", row -> row.figures().get(1).value()),
            CsvColumn.text("OBS_STATUS_2", row -> row.figures().get(1).status()),
            CsvColumn.text("SOURCE_AGENCY_2", row -> row.figures().get(1).agency())));

    private final CoverageService coverage;
    private final ReleasedRowsReply rows;

    CoverageResource(CoverageService coverage, ReleasedRowsReply rows) {
        this.coverage = coverage;
        this.rows = rows;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = AreaBoard.class)))
    public Response areas(
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @BeanParam RowsParameters parameters) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(parameters);
        return asked.of(() -> coverage.areas(asked.release(), query), "coverage", AREAS, AreaBoard::new);
    }

    @GET
    @Path("/regions")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = RegionBoard.class)))
    public Response regions(
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @BeanParam RowsParameters parameters) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(parameters);
        return asked.of(() -> coverage.regions(asked.release(), query), "coverage-regions", REGIONS, RegionBoard::new);
    }

    @GET
    @Path("/overlaps")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = OverlapList.class)))
    public Response overlaps(
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @BeanParam RowsParameters parameters) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(parameters);
        return asked.of(
                () -> coverage.overlaps(asked.release(), query), "coverage-overlaps", OVERLAPS, OverlapList::new);
    }

    private static String key(Overlap.OverlapFigure figure) {
        return String.join(".", figure.key().values());
    }

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
