package org.tipstats.site.flows;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.flows.Pairs.FlowQuery;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/**
 * Shows the figures that two areas publish about each other's citizens, side by side. The page does not say which
 * figure is right.
 */
@Singleton
record MirrorPages(FlowsService flows, PublishedReleases published) {

    /**
     * The figures that two areas publish about the same people, ready for the template.
     *
     * @param said a sentence that names the release; null if the page has no table
     * @param first the choices for the first area
     * @param second the choices for the second area
     * @param nothing a sentence that says why there is no table; null if there is a table
     * @param explanations possible reasons for differences
     * @param api the link to the figures in the first table in the API; null if the page has no table
     */
    record MirrorPage(
            String heading,
            String said,
            List<Choice> first,
            List<Choice> second,
            Map<String, String> keep,
            String nothing,
            List<Side> sides,
            List<String> explanations,
            Map<String, String> signs,
            String api) {}

    /**
     * The table of figures about the citizens of one of the two areas.
     *
     * @param columns the column heads, each with the publishing area and the name of the figure
     * @param nothing a sentence that says why there are no rows; null if there are rows
     */
    record Side(
            String id,
            String heading,
            String caption,
            List<String> columns,
            List<Line> lines,
            String nothing,
            String csv) {}

    /** A row of the table: the figures of one year. */
    record Line(String year, List<LinkedCell> cells) {}

    /**
     * Makes the page.
     *
     * @throws org.tipstats.platform.problem.ProblemException 404 if there is no such area or release; 410 if the
     *     release was withdrawn
     */
    MirrorPage page(FlowQuery query, PageTexts texts) {
        Optional<Code> first = flows.area(query.get(FlowQuery.FIRST));
        Optional<Code> second = flows.area(query.get(FlowQuery.SECOND));
        Optional<Dataflow> mirror = flows.mirror();
        if (published.shown(query.get(FlowQuery.RELEASE)).isEmpty() || mirror.isEmpty()) {
            return none(query, "release.none.text", texts);
        }
        if (first.isEmpty() || second.isEmpty()) {
            return none(query, "mirror.choose", texts);
        }
        if (first.equals(second)) {
            return none(query, "mirror.same", texts);
        }
        return page(query, mirror.get(), first.get(), second.get(), texts);
    }

    private MirrorPage none(FlowQuery query, String key, PageTexts texts) {
        return new MirrorPage(
                texts.say("mirror.heading"),
                null,
                flows.options(query.get(FlowQuery.FIRST), texts),
                flows.options(query.get(FlowQuery.SECOND), texts),
                query.with(FlowQuery.FIRST, null).with(FlowQuery.SECOND, null).values(),
                texts.say(key),
                List.of(),
                List.of(),
                Map.of(),
                null);
    }

    private MirrorPage page(FlowQuery query, Dataflow mirror, Code first, Code second, PageTexts texts) {
        Pairs there = pairs(query, mirror, first, second);
        LinkedCells cells = new LinkedCells(mirror.structure(), key -> there.figure(key, texts), texts);
        Pairs back = pairs(query, mirror, second, first);
        List<Side> sides = List.of(
                side("one", there, first, second, cells, texts), side("other", back, second, first, cells, texts));
        List<String> explanations = mirror.derivation().questions().stream()
                .flatMap(question -> question.explanations().stream())
                .distinct()
                .map(code -> texts.of(code.name()))
                .toList();
        return new MirrorPage(
                texts.say("mirror.heading.pair", names(first, second, texts)),
                flows.said(there.release(), texts),
                flows.options(first.id(), texts),
                flows.options(second.id(), texts),
                query.with(FlowQuery.FIRST, null).with(FlowQuery.SECOND, null).values(),
                null,
                sides,
                explanations,
                cells.signs(),
                there.api(null));
    }

    private Pairs pairs(FlowQuery query, Dataflow mirror, Code area, Code citizens) {
        Map<Role, String> wanted = Map.of(Role.AREA, area.id(), Role.CITIZENSHIP, citizens.id());
        return flows.pairs(mirror, Role.FIGURE, wanted, query);
    }

    private static Map<String, Object> names(Code area, Code citizens, PageTexts texts) {
        return Map.of("area", texts.of(area.name()), "citizens", texts.of(citizens.name()));
    }

    private static Side side(String id, Pairs pairs, Code area, Code citizens, LinkedCells cells, PageTexts texts) {
        Map<String, Map<Code, Observation>> years = new TreeMap<>();
        pairs.figures()
                .forEach(figure -> years.computeIfAbsent(pairs.year(figure), year -> new LinkedHashMap<>())
                        .put(pairs.code(figure), figure));
        List<Code> figures = pairs.other().codes().codes();
        List<Line> lines = new ArrayList<>();
        years.forEach((year, found) -> lines.add(
                new Line(year, figures.stream().map(found::get).map(cells::of).toList())));
        Map<String, Object> names = names(area, citizens, texts);
        List<String> columns = figures.stream()
                .map(figure -> column(figure, area, citizens, texts))
                .collect(Collectors.toList());
        return new Side(
                id,
                texts.say("mirror.side", names),
                texts.say("mirror.caption", names),
                columns,
                lines,
                lines.isEmpty() ? texts.say("mirror.none", names) : null,
                pairs.api(null) + "&format=csv&lang=" + texts.language());
    }

    /** Returns a column head: the area that publishes the figure, and the name of the figure. */
    private static String column(Code figure, Code area, Code citizens, PageTexts texts) {
        boolean byOther =
                figure.annotation("SAID_BY").filter("CITIZENSHIP"::equals).isPresent();
        String who = texts.of((byOther ? citizens : area).name());
        return texts.say("mirror.column", "who", who, "what", texts.of(figure.name()));
    }
}
