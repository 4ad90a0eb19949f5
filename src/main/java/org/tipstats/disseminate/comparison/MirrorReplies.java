package org.tipstats.disseminate.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.compile.mirror.MirrorFigure;
import org.tipstats.compile.mirror.MirrorFlow;
import org.tipstats.compile.mirror.MirrorPair;

/** The mirror statistics as the API shows them. */
final class MirrorReplies {

    private MirrorReplies() {}

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

    /** A figure with its status. It has bounds if it has no value because providers masked counts. */
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

    /** The figures about the citizens of one area in another area; null for a figure that is not reported. */
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
     * Victims by how far they came: a sum of published figures.
     *
     * @param parts number of published figures in the sum
     * @param known number of them that have a value
     * @param knownSum the sum of those values
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
