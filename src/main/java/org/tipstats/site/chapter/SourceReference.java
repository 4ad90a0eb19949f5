package org.tipstats.site.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes sentences on the source of a release's figures, and URLs of these figures in the API and the explorer. */
public record SourceReference(ReleaseReference release, PageTexts texts) {

    private static final String DATA = "/api/v1/data/";

    /** Largest number of codes of a dimension that a query lists. A query for more codes selects all codes. */
    private static final int MAX_CODES = 40;

    /** Returns a sentence on the source of an area's figures: the release, its day, and who reported. */
    public String of(Code area) {
        Map<String, Object> values = Map.of(
                "id", release.id(),
                "date", day(release, texts),
                "area", texts.of(area.name()));
        return texts.say(area.isAreaGroup() ? "area.source.group" : "area.source.own", values);
    }

    /** Returns the citation of a published release, without a URL. */
    public static String citation(ReleaseReference release, String publisher, PageTexts texts) {
        return texts.say(
                "cite.citation",
                Map.of(
                        "publisher", publisher,
                        "id", release.id(),
                        "title", texts.of(release.titles()),
                        "published", day(release, texts)));
    }

    /** Returns a sentence that names the release and its day. The sentence says if it is the latest release. */
    public static String sentence(ReleaseReference release, ReleaseReference latest, PageTexts texts) {
        String key = release.id().equals(latest.id()) ? "explorer.release.latest" : "explorer.release";
        return texts.say(key, "id", release.id(), "date", day(release, texts));
    }

    /** Returns the day of a release in words. For a draft, returns a text that says that the draft has no day yet. */
    public static String day(ReleaseReference release, PageTexts texts) {
        return release.publishedAt() == null
                ? texts.say("preview.undated")
                : texts.days().day(release.publishedAt());
    }

    /**
     * Returns a sentence on the coverage of a group's figures of one year; null if the coverage is unknown. If the
     * figures cover different areas, the sentence says from how few to how many areas they cover.
     */
    public String coverage(Stream<Observation> figures, String year) {
        List<Coverage> known = figures.filter(figure -> figure != null && figure.coverage() != null)
                .map(Observation::coverage)
                .filter(coverage -> coverage.population() != null)
                .sorted(Comparator.comparing(Coverage::reporting))
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        Coverage fewest = known.get(0);
        Coverage most = known.get(known.size() - 1);
        if (known.stream().allMatch(each -> each.population().compareTo(most.population()) == 0)
                && fewest.reporting() == most.reporting()) {
            String share = texts.numbers().exact(most.population());
            return texts.say(
                    "area.coverage",
                    Map.of("year", year, "n", most.reporting(), "areas", most.areas(), "share", share));
        }
        String range = FigureCells.range(
                texts.numbers().whole(fewest.reporting()), texts.numbers().whole(most.reporting()), texts);
        return texts.say("area.coverage.parts", Map.of("year", year, "n", range, "areas", most.areas()));
    }

    /** Returns the URL of an area's figures in the API, with the release as a parameter. */
    public String api(FlowFigures figures, Dimension breakdown) {
        return DATA + query(figures, Addresses.encoded(figures.area().id()), breakdown) + kept();
    }

    /** Returns the URL of an area's figures in the explorer, with the release as a parameter. */
    public String explorer(FlowFigures figures, Dimension breakdown) {
        return "/" + texts.language() + "/data/"
                + query(figures, Addresses.encoded(figures.area().id()), breakdown) + kept();
    }

    /**
     * Returns the URL of the totals of several areas in the explorer.
     *
     * @param areas the ids of the areas, separated by commas
     */
    public String explorer(FlowFigures figures, String areas) {
        return "/" + texts.language() + "/data/" + query(figures, areas, null) + kept();
    }

    private String kept() {
        return "&release=" + Addresses.encoded(release.id());
    }

    /**
     * Returns the URL of a table in the explorer with a part and the total over all parts. The figures include only the
     * areas that have a public number in each of the years.
     *
     * @param breakdown a breakdown with a total
     * @param part the id of the part
     */
    public String panel(FlowFigures figures, Dimension breakdown, String part, List<String> years) {
        String codes = breakdown.codes().total().orElseThrow().id() + "," + part;
        String query = query(figures.dataflow(), dimension -> {
            if (dimension.isTime()) {
                return String.join(",", years);
            }
            return dimension == breakdown
                    ? codes
                    : wanted(figures, figures.area().id(), dimension, null);
        });
        return "/" + texts.language() + "/data/" + query + "&panel=constant" + kept();
    }

    /**
     * Returns the URL query for a map of the rates of all areas; empty if the area of the figures has no
     * such rate in the release.
     *
     * @param breakdown null for the rates over all breakdowns
     * @param part a code of the breakdown
     */
    public Optional<String> map(FlowFigures figures, Dimension breakdown, Code part) {
        Dataflow flow = figures.dataflow();
        return flow.unit("RATE")
                .filter(rate -> figures.has(rate, breakdown, part))
                .map(rate -> "?" + parameters(flow, d -> mapped(flow, d, rate, d == breakdown ? part : null)) + kept());
    }

    private static String mapped(Dataflow flow, Dimension dimension, Code rate, Code part) {
        if (dimension.isTime() || dimension.size() == 1) {
            return null;
        }
        String code = switch (dimension.role()) {
            case AREA -> "*";
            case UNIT -> rate.id();
            default ->
                part != null
                        ? part.id()
                        : FlowFigures.whole(flow, dimension).map(Code::id).orElse(null);
        };
        return code == null ? null : Addresses.encoded(code);
    }

    private static String query(FlowFigures figures, String areas, Dimension breakdown) {
        return query(figures.dataflow(), dimension -> wanted(figures, areas, dimension, breakdown));
    }

    private static String query(Dataflow flow, Function<Dimension, String> codes) {
        return Addresses.encoded(flow.id()) + "?" + parameters(flow, codes);
    }

    /** @param codes a function that returns the codes of a dimension for the URL; null for all codes */
    private static String parameters(Dataflow flow, Function<Dimension, String> codes) {
        return flow.structure().dimensions().stream()
                .flatMap(
                        dimension -> Stream.ofNullable(codes.apply(dimension)).map(some -> dimension.id() + "=" + some))
                .collect(Collectors.joining("&"));
    }

    /** Returns the codes of a dimension for the query; null if the query selects all codes. */
    private static String wanted(FlowFigures figures, String areas, Dimension dimension, Dimension breakdown) {
        if (dimension.role() == Role.AREA) {
            return areas;
        }
        if (dimension.isTime() || dimension.role() == Role.FREQUENCY) {
            return null;
        }
        if (dimension.role() == Role.UNIT) {
            return figures.dataflow()
                    .unit("COUNT")
                    .map(unit -> Addresses.encoded(unit.id()))
                    .orElse(null);
        }
        if (dimension != breakdown) {
            return FlowFigures.whole(figures.dataflow(), dimension)
                    .map(code -> Addresses.encoded(code.id()))
                    .orElse(null);
        }
        List<Code> parts = new ArrayList<>();
        dimension.codes().total().ifPresent(parts::add);
        parts.addAll(FlowFigures.parts(dimension));
        return parts.size() > MAX_CODES
                ? null
                : parts.stream().map(code -> Addresses.encoded(code.id())).collect(Collectors.joining(","));
    }
}
