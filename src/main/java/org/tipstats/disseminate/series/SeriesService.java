package org.tipstats.disseminate.series;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.data.DataHttpReply.TaggedReply;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.series.SeriesMaker.TimeSeries;
import org.tipstats.disseminate.series.SeriesPoint.Break;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Answers requests for series of published figures. */
@ApplicationScoped
public class SeriesService {

    /** Largest number of series in an answer. A request for more is refused. */
    private static final int MAX_SERIES = 1_000;

    /** The parameter that chooses which areas the figures of groups include. */
    public static final String PANEL = "panel";

    /** The value of {@link #PANEL} that asks for sums over the same areas in all years. */
    public static final String CONSTANT = "constant";

    /** Settings of series. */
    @ConfigMapping(prefix = "tipstats.series")
    public interface SeriesConfig {

        /** The percentage of a group's people, or else of its areas, that must report, or the point is hollow. */
        @WithDefault("20")
        BigDecimal hollowBelow();
    }

    private final PublicData data;
    private final DataRequests requests;
    private final PublishedReleases published;
    private final SchemaRegistry schemas;
    private final SeriesConfig config;
    private final CoverageService coverage;
    private final AcceptedMetadata metadata;

    SeriesService(
            PublicData data,
            DataRequests requests,
            PublishedReleases published,
            SchemaRegistry schemas,
            SeriesConfig config,
            CoverageService coverage,
            AcceptedMetadata metadata) {
        this.coverage = coverage;
        this.metadata = metadata;
        this.data = data;
        this.requests = requests;
        this.published = published;
        this.schemas = schemas;
        this.config = config;
    }

    /**
     * Returns the maker of a dataflow's series in a release. It uses the breaks that areas had stated when the release
     * was published, so the series never change.
     */
    public SeriesMaker maker(ReleaseReference release, Dataflow dataflow) {
        return maker(release, dataflow, published.vintage(release, dataflow).cube());
    }

    private SeriesMaker maker(ReleaseReference release, Dataflow dataflow, Cube figures) {
        return new SeriesMaker(
                dataflow,
                figures,
                coverage.people(release),
                metadata.breaks(dataflow, release.publishedAt()),
                config.hollowBelow());
    }

    private Cube population(ReleaseReference release) {
        return schemas.population()
                .map(flow -> published.vintage(release, flow).cube())
                .orElseThrow();
    }

    /**
     * Returns the series of the figures that the parameters select.
     *
     * @param parameters the parameters of a query for data, and {@code panel}: {@code all} or {@code constant}
     * @throws ProblemException 400 if a parameter is not valid or there are too many series; 404 if there is no such
     *     dataflow or release; 410 if the release was withdrawn
     */
    TaggedReply<SeriesMessage> answer(String dataflow, Map<String, List<String>> parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>(parameters);
        boolean constant = isConstant(query.remove(PANEL));
        DataSelection found = data.select(dataflow, query);
        PanelSelection panel = constant ? panel(found) : null;
        DataSelection selection = panel == null ? found : panel.selection();
        List<Observation> figures = new ArrayList<>();
        selection.observations().forEachRemaining(figures::add);
        List<TimeSeries> series =
                (panel == null ? maker(selection.release(), selection.dataflow()) : panel.series()).of(figures);
        if (series.size() > MAX_SERIES) {
            throw ProblemException.parameter(
                    selection.dataflow().structure().area().id(),
                    null,
                    "The query selects " + series.size() + " series. Choose fewer codes: at most " + MAX_SERIES
                            + " series are in an answer.",
                    List.of());
        }
        KeySpace space = selection.cube().space();
        SeriesShares shares = SeriesShares.of(selection.dataflow(), space, figures);
        ReleaseReference release = selection.release();
        SeriesMessage message = new SeriesMessage(
                release.id(),
                selection.dataflow().id(),
                series.stream().map(each -> SeriesView.of(each, space, shares)).toList(),
                panel == null
                        ? null
                        : new PanelView(panel.panel().areas(), panel.panel().population()));
        return new TaggedReply<>(message, release, requests.cachePolicy(release, parameters));
    }

    private static boolean isConstant(List<String> values) {
        if (values == null || values.equals(List.of("all"))) {
            return false;
        }
        if (!values.equals(List.of(CONSTANT))) {
            throw ProblemException.parameter(
                    PANEL, String.join(",", values), "Choose one panel.", List.of("all", CONSTANT));
        }
        return true;
    }

    /**
     * Selected figures: the figures of groups are sums over a constant panel, the figures of areas are as published.
     *
     * @param series makes the series of these figures
     */
    public record PanelSelection(ConstantPanel panel, DataSelection selection, SeriesMaker series) {}

    /** Returns whether the figures of a dataflow can be computed over a constant panel. */
    public static boolean hasPanel(Dataflow dataflow) {
        return !dataflow.isDerived() && dataflow.unit("COUNT").isPresent();
    }

    /**
     * Computes the selected figures of groups over the areas that have a public number in every selected year and
     * breakdown.
     *
     * @throws ProblemException 400 if the dataflow has no sums over areas
     */
    public PanelSelection panel(DataSelection selection) {
        Dataflow dataflow = selection.dataflow();
        if (!hasPanel(dataflow)) {
            throw ProblemException.parameter(
                    PANEL, CONSTANT, dataflow.id() + " has no sums over areas, so it has no panel.", List.of("all"));
        }
        List<Observation> groups = new ArrayList<>();
        List<Observation> all = new ArrayList<>();
        selection.observations().forEachRemaining(figure -> (isOfGroup(selection, figure) ? groups : all).add(figure));
        ConstantPanel panel = ConstantPanel.of(dataflow, selection.cube(), population(selection.release()), groups);
        panel.figures().forEach(all::add);
        Cube cube = Cube.of(selection.cube().space(), all);
        return new PanelSelection(
                panel,
                DataSelection.whole(selection.release(), dataflow, selection.terms(), cube),
                maker(selection.release(), dataflow, panel.cube()));
    }

    /**
     * Computes figures of groups over the areas that have a public number in every year and breakdown of these figures.
     *
     * @param dataflow a dataflow that {@link #hasPanel has a panel}
     * @param chosen published figures of groups
     */
    public ConstantPanel panel(ReleaseReference release, Dataflow dataflow, List<Observation> chosen) {
        Cube figures = published.vintage(release, dataflow).cube();
        return ConstantPanel.of(dataflow, figures, population(release), chosen);
    }

    private static boolean isOfGroup(DataSelection selection, Observation figure) {
        Dimension area = selection.dataflow().structure().area();
        return area.codes()
                .at(selection.cube().space().position(figure.key(), area.position()))
                .isAreaGroup();
    }

    /**
     * The answer to a request for series.
     *
     * @param panel the areas of a constant panel; null if figures of groups include all reporting areas
     */
    record SeriesMessage(String release, String dataflow, List<SeriesView> series, PanelView panel) {}

    /** @param coverage the percentage of the groups' people in the panel's areas in the last year; null if unknown */
    @Schema(name = "ConstantPanel")
    record PanelView(
            List<String> areas,
            @JsonProperty("POP_COVERAGE") BigDecimal coverage) {}

    /** @param key the codes of the series, without the year */
    @Schema(name = "Series")
    record SeriesView(Map<String, String> key, List<PointView> points) {

        static SeriesView of(TimeSeries series, KeySpace space, SeriesShares shares) {
            Map<String, String> key = new LinkedHashMap<>(space.codes(series.key()));
            key.remove(space.structure().time().id());
            return new SeriesView(
                    key,
                    series.points().stream()
                            .map(point -> PointView.of(point, shares.of(point.figure())))
                            .toList());
        }
    }

    /**
     * A point of a series. The bounds and the coverage are absent for a single area.
     *
     * @param gap the reason to break the line of a chart between the year before and this year; null for no break
     * @param hollow whether the reporting areas have only a small share of the group's people
     * @param share the share of the count in the sum of the published parts, in percent; absent if the figure is not a
     *     part, has no value, or its share must not be shown
     * @param base the sum of the published parts; absent if the share is absent
     */
    @Schema(name = "SeriesPoint")
    record PointView(
            @JsonProperty("TIME_PERIOD") String year,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,

            @JsonInclude(NON_NULL) @JsonProperty("LOWER_BOUND")
            BigDecimal lower,

            @JsonInclude(NON_NULL) @JsonProperty("UPPER_BOUND")
            BigDecimal upper,

            @JsonInclude(NON_NULL) @JsonProperty("N_REPORTING")
            Integer reporting,

            @JsonInclude(NON_NULL) @JsonProperty("POP_COVERAGE")
            BigDecimal population,

            @JsonProperty("break") Break gap,
            boolean hollow,
            @JsonInclude(NON_NULL) BigDecimal share,
            @JsonInclude(NON_NULL) BigDecimal base) {

        static PointView of(SeriesPoint point, Optional<SeriesShares.Share> share) {
            Observation figure = point.figure();
            Observation.Coverage coverage = figure.coverage();
            return new PointView(
                    point.year(),
                    figure.value(),
                    figure.status(),
                    coverage == null ? null : coverage.lower(),
                    coverage == null ? null : coverage.upper(),
                    coverage == null ? null : coverage.reporting(),
                    coverage == null ? null : coverage.population(),
                    point.gap(),
                    point.hollow(),
                    share.map(SeriesShares.Share::percent).orElse(null),
                    share.map(SeriesShares.Share::base).orElse(null));
        }
    }
}
