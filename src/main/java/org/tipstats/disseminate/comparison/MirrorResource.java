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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.compile.mirror.MirrorComparison.MirrorPair;
import org.tipstats.compile.mirror.MirrorFigure;
import org.tipstats.compile.mirror.MirrorFlow;
import org.tipstats.disseminate.comparison.MirrorService.MirrorQuery;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;

/** Serves the mirror statistics of a release. */
@Path("/api/v1/mirror")
@PermitAll
class MirrorResource {

    private static final CsvTable<PairView> PAIRS = pairs();
    private static final CsvTable<FlowView> FLOWS = flows();

    private final MirrorService mirror;
    private final ReleasedRowsReply rows;

    MirrorResource(MirrorService mirror, ReleasedRowsReply rows) {
        this.mirror = mirror;
        this.rows = rows;
    }

    @GET
    @Path("/pairs")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = PairList.class)))
    public Response pairs(
            @RestQuery("REF_AREA") String area,
            @RestQuery("CITIZENSHIP") String citizenship,
            @RestQuery("TIME_PERIOD") String year,
            @BeanParam RowsParameters parameters) {
        MirrorQuery wanted = mirror.query(area, citizenship, year);
        RowsRequest asked = rows.asked(parameters);
        return asked.of(
                () -> mirror.pairs(asked.release()).stream()
                        .filter(pair -> wanted.has(pair.area(), pair.citizenship(), pair.year()))
                        .map(PairView::from)
                        .toList(),
                "mirror-pairs",
                PAIRS,
                PairList::new);
    }

    @GET
    @Path("/flows")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = FlowList.class)))
    public Response flows(
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @BeanParam RowsParameters parameters) {
        MirrorQuery wanted = mirror.query(area, null, year);
        RowsRequest asked = rows.asked(parameters);
        return asked.of(
                () -> mirror.flows(asked.release()).stream()
                        .filter(flow -> wanted.has(flow.area(), null, flow.year()))
                        .map(FlowView::from)
                        .toList(),
                "mirror-flows",
                FLOWS,
                FlowList::new);
    }

    private static CsvTable<PairView> pairs() {
        List<CsvColumn<PairView>> columns = new ArrayList<>();
        columns.add(CsvColumn.text("REF_AREA", PairView::area));
        columns.add(CsvColumn.text("CITIZENSHIP", PairView::citizenship));
        columns.add(CsvColumn.text("TIME_PERIOD", PairView::year));
        addFigure("DETECTED_", PairView::detected, columns);
        addFigure("RETURNED_", PairView::returned, columns);
        addFigure("RECEIVED_", PairView::received, columns);
        addFigure("DIFFERENCE_", PairView::difference, columns);
        return new CsvTable<>(columns);
    }

    private static CsvTable<FlowView> flows() {
        List<CsvColumn<FlowView>> columns = new ArrayList<>();
        columns.add(CsvColumn.text("REF_AREA", FlowView::area));
        columns.add(CsvColumn.text("TIME_PERIOD", FlowView::year));
        columns.add(CsvColumn.text("FLOW", FlowView::flow));
        addFigure("", FlowView::victims, columns);
        columns.add(CsvColumn.number("KNOWN_SUM", FlowView::knownSum));
        columns.add(CsvColumn.number("N_PARTS", FlowView::parts));
        columns.add(CsvColumn.number("N_KNOWN", FlowView::known));
        return new CsvTable<>(columns);
    }

    /** Adds the five columns of a figure. If there is no figure, the five columns are empty. */
    private static <T> void addFigure(String prefix, Function<T, FigureView> figure, List<CsvColumn<T>> columns) {
        columns.add(CsvColumn.number(prefix + "OBS_VALUE", row -> of(figure, row, FigureView::value)));
        columns.add(CsvColumn.text(prefix + "OBS_STATUS", row -> of(figure, row, FigureView::status)));
        columns.add(CsvColumn.text(prefix + "CONF_STATUS", row -> of(figure, row, FigureView::confidentiality)));
        columns.add(CsvColumn.number(prefix + "LOWER_BOUND", row -> of(figure, row, FigureView::lower)));
        columns.add(CsvColumn.number(prefix + "UPPER_BOUND", row -> of(figure, row, FigureView::upper)));
    }

    private static <T, C> C of(Function<T, FigureView> figure, T row, Function<FigureView, C> part) {
        FigureView found = figure.apply(row);
        return found == null ? null : part.apply(found);
    }

    /**
     * A page of pairs.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "MirrorPairs")
    record PairList(String release, List<PairView> items, String next) {}

    /**
     * A page of flows.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "MirrorFlows")
    record FlowList(String release, List<FlowView> items, String next) {}

    /**
     * A figure with its status. If a masked count hides the value, the figure has a lower and an upper bound instead.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MirrorFigure")
    record FigureView(
            @JsonProperty("OBS_VALUE") @JsonInclude(JsonInclude.Include.ALWAYS)
            BigDecimal value,

            @JsonProperty("OBS_STATUS") String status,
            @JsonProperty("CONF_STATUS") String confidentiality,
            @JsonProperty("LOWER_BOUND") BigDecimal lower,
            @JsonProperty("UPPER_BOUND") BigDecimal upper) {

        static FigureView from(MirrorFigure figure) {
            boolean open = figure != null && figure.value() != null;
            return figure == null
                    ? null
                    : new FigureView(
                            figure.value(),
                            figure.status(),
                            figure.confidentiality(),
                            open ? null : figure.lower(),
                            open ? null : figure.upper());
        }
    }

    /** The figures on victims in one area who are citizens of another area. A figure that no area reported is null. */
    @Schema(name = "MirrorPair")
    record PairView(
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("CITIZENSHIP") String citizenship,
            @JsonProperty("TIME_PERIOD") String year,
            FigureView detected,
            FigureView returned,
            FigureView received,
            FigureView difference) {

        static PairView from(MirrorPair pair) {
            return new PairView(
                    pair.area(),
                    pair.citizenship(),
                    pair.year(),
                    FigureView.from(pair.detected()),
                    FigureView.from(pair.returned()),
                    FigureView.from(pair.received()),
                    FigureView.from(pair.difference()));
        }
    }

    /**
     * The number of victims detected in an area, by distance from their area of citizenship. The number is a sum of
     * published figures.
     *
     * @param parts number of published figures in the sum
     * @param known number of these published figures that have a value
     * @param knownSum the sum of the known values
     */
    @Schema(name = "MirrorFlow")
    record FlowView(
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("TIME_PERIOD") String year,
            String flow,
            FigureView victims,
            @JsonProperty("KNOWN_SUM") BigDecimal knownSum,
            @JsonProperty("N_PARTS") int parts,
            @JsonProperty("N_KNOWN") int known) {

        static FlowView from(MirrorFlow flow) {
            String word = flow.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new FlowView(
                    flow.area(),
                    flow.year(),
                    word,
                    FigureView.from(flow.victims()),
                    flow.knownSum(),
                    flow.parts(),
                    flow.known());
        }
    }
}
