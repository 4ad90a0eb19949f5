package org.tipstats.disseminate.comparison;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the figures of other sources next to the official figures. */
@Path("/api/v1/data/{dataflow}/sources")
@PermitAll
class SourceResource {

    private static final int DECIMALS = 4;

    private final SourceService sources;
    private final SchemaRegistry schemas;
    private final ReleasedRowsReply rows;

    SourceResource(SourceService sources, SchemaRegistry schemas, ReleasedRowsReply rows) {
        this.sources = sources;
        this.schemas = schemas;
        this.rows = rows;
    }

    @GET
    @FreeParameters
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = SourceList.class)))
    public Response sources(@RestPath String dataflow, @BeanParam RowsParameters parameters) {
        Dataflow flow = schemas.dataflow(dataflow).orElseThrow(() -> ProblemException.notFound("dataflow"));
        SourceQuery query = SourceQuery.parse(schemas, flow, parameters.uri().getQueryParameters());
        RowsRequest asked = rows.asked(parameters);
        ReleaseReference of = asked.release();
        KeySpace space = new KeySpace(flow.structure());
        return asked.of(
                () -> sources.cells(of, query),
                flow.id() + "-sources-" + of.id(),
                cells -> csv(space, cells),
                cells -> new SourceList(
                        of.id(),
                        of.publishedAt(),
                        flow.id(),
                        cells.total(),
                        cells.items().stream()
                                .map(cell -> SourceCellView.from(space, cell))
                                .toList(),
                        cells.next()));
    }

    /**
     * Writes one row for each cell and source. The columns are those that other CSV files have, without attributes that
     * only published data have. The source follows the dimensions, and the differences come last.
     */
    private static String csv(KeySpace space, List<SourceCell> cells) {
        List<CsvColumn<Row>> columns = new ArrayList<>();
        for (Dimension dimension : space.structure().dimensions()) {
            columns.add(CsvColumn.text(dimension.id(), row -> space.code(row.key(), dimension)));
        }
        columns.add(CsvColumn.text("SOURCE", row -> row.figure().source()));
        columns.add(CsvColumn.number(
                space.structure().measure().id(), row -> row.figure().value()));
        for (Attribute attribute : space.structure().attributes()) {
            if (!attribute.publishedOnly()) {
                columns.add(CsvColumn.text(attribute.id(), row -> text(attribute, row.figure())));
            }
        }
        columns.add(CsvColumn.number("DIFFERENCE", row -> row.figure().difference()));
        columns.add(CsvColumn.number("RELATIVE_DIFFERENCE", row -> row.figure().relativeDifference()));
        return new CsvTable<>(columns)
                .text(cells.stream()
                        .flatMap(cell -> SourceFigureView.of(cell).stream().map(figure -> new Row(cell.key(), figure)))
                        .toList());
    }

    private static String text(Attribute attribute, SourceFigureView figure) {
        return switch (attribute.role()) {
            case STATUS -> figure.status();
            case CONFIDENTIALITY -> figure.confidentiality();
            default -> figure.attributes() == null ? null : figure.attributes().get(attribute.id());
        };
    }

    private record Row(long key, SourceFigureView figure) {}

    /**
     * A page of cells with the official figures and the figures of the selected sources.
     *
     * @param next path and query of the next page, or null
     */
    record SourceList(
            String release, Instant publishedAt, String dataflow, int total, List<SourceCellView> items, String next) {}

    /**
     * The official figure of one cell and the figures of the selected sources.
     *
     * @param key codes by dimension
     * @param figures the figures; the official figure comes first if there is one
     */
    record SourceCellView(Map<String, String> key, List<SourceFigureView> figures) {

        static SourceCellView from(KeySpace space, SourceCell cell) {
            return new SourceCellView(space.codes(cell.key()), SourceFigureView.of(cell));
        }
    }

    /**
     * The figure of one source.
     *
     * @param attributes attributes of the source's figure by id, for example comment, legal basis and method
     * @param difference this figure minus the official figure; null for the official figure, and if one of the two has
     *     no published value
     * @param relativeDifference the difference as a share of the official figure, with four decimals; null if there is
     *     no difference or the official figure is 0
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceFigureView(
            @JsonProperty("SOURCE") String source,
            boolean official,

            @JsonProperty("OBS_VALUE") @JsonInclude(JsonInclude.Include.ALWAYS)
            BigDecimal value,

            @JsonProperty("OBS_STATUS") String status,
            @JsonProperty("CONF_STATUS") String confidentiality,
            Map<String, String> attributes,
            BigDecimal difference,
            BigDecimal relativeDifference) {

        /** Returns the figures of a cell. If the cell has an official figure, this figure comes first. */
        static List<SourceFigureView> of(SourceCell cell) {
            List<SourceFigureView> figures = new ArrayList<>();
            if (cell.official() != null) {
                figures.add(of(Mandate.OFFICIAL, cell.official(), null));
            }
            cell.others().forEach((source, observation) -> figures.add(of(source, observation, cell.official())));
            return figures;
        }

        private static SourceFigureView of(String source, Observation observation, Observation official) {
            BigDecimal difference = difference(observation, official);
            boolean share = difference != null && official.value().signum() != 0;
            return new SourceFigureView(
                    source,
                    source.equals(Mandate.OFFICIAL),
                    observation.value(),
                    observation.status(),
                    observation.confidentiality(),
                    observation.attributes().isEmpty() ? null : new TreeMap<>(observation.attributes()),
                    difference,
                    share ? difference.divide(official.value(), DECIMALS, RoundingMode.HALF_UP) : null);
        }

        private static BigDecimal difference(Observation observation, Observation official) {
            return observation.value() == null || official == null || official.value() == null
                    ? null
                    : observation.value().subtract(official.value());
        }
    }
}
