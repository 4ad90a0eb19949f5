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

/** The mirror as the API shows it. */
final class MirrorReplies {

    private MirrorReplies() {}

    /** Pairs of areas. @param next path and query of the next page, or null */
    @Schema(name = "MirrorPairs")
    record PairList(String release, List<PairView> items, String next) {}

    /** Flows. @param next path and query of the next page, or null */
    @Schema(name = "MirrorFlows")
    record FlowList(String release, List<FlowView> items, String next) {}

    /** A figure with its mark; bounds where counts are masked by their providers. */
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

    /** What is said of the citizens of one area in another; a figure that is not reported is null. */
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
     * How far victims had come.
     *
     * @param parts how many published figures the sum is of
     * @param known how many of them have a value
     * @param knownSum the sum of these
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
