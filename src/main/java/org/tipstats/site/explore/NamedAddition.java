package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.site.explore.ExplorerPage.Addition;
import org.tipstats.site.explore.ExplorerPage.Link;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Adds a code, or a name in any language, to the choice of a page. Searches areas first.
 *
 * @param query the choice before the name is added
 * @param find finds the figures of a query
 */
record NamedAddition(
        ExplorerQuery query,
        PublicData.QueryResult found,
        Function<ExplorerQuery, PublicData.QueryResult> find,
        PageTexts texts) {

    /**
     * The result of adding a name.
     *
     * @param query the choice with the code; null if the name is unknown, has several meanings or has no figures
     * @param message null if the code was added
     */
    record Result(ExplorerQuery query, Addition message) {}

    Result of(String typed) {
        List<Dimension> dimensions = found.selection().dataflow().structure().dimensions().stream()
                .filter(dimension -> !dimension.isTime() && dimension.role() != Role.UNIT && dimension.size() > 1)
                .sorted(Comparator.comparing(dimension -> dimension.role() != Role.AREA))
                .toList();
        List<BiFunction<Suggestions, String, List<String>>> ways = List.of(Suggestions::exact, Suggestions::forText);
        for (BiFunction<Suggestions, String, List<String>> way : ways) {
            for (Dimension dimension : dimensions) {
                List<String> codes = way.apply(Suggestions.of(dimension.codes()), typed);
                if (!codes.isEmpty()) {
                    return codes.size() == 1 ? one(dimension, codes.get(0), typed) : several(dimension, codes, typed);
                }
            }
        }
        return failed(typed, texts.say("explorer.add.none"), List.of());
    }

    private Result one(Dimension dimension, String code, String typed) {
        int position = dimension.positionOf(code);
        if (found.offered().get(dimension.position())[position] == 0) {
            String name = texts.of(dimension, position);
            return failed(typed, texts.say("explorer.absent", "names", name), List.of());
        }
        return new Result(drawn(added(dimension, code), dimension, code), null);
    }

    private Result several(Dimension dimension, List<String> codes, String typed) {
        List<Link> choices = codes.stream()
                .map(code -> new Link(
                        texts.of(dimension, dimension.positionOf(code)),
                        "/" + texts.language() + added(dimension, code).path()))
                .toList();
        return failed(typed, texts.say("explorer.add.several"), choices);
    }

    private static Result failed(String typed, String sentence, List<Link> choices) {
        return new Result(null, new Addition(typed, sentence, choices));
    }

    private ExplorerQuery added(Dimension dimension, String code) {
        BitSet wanted = found.wanted().get(dimension.position());
        if (wanted == null || wanted.get(dimension.positionOf(code))) {
            return query;
        }
        String chosen = query.get(dimension.id());
        return query.with(dimension.id(), chosen == null || chosen.isEmpty() ? code : chosen + "," + code);
    }

    /**
     * Returns the query whose chart draws the new rows, then rows that the chart drew before, up to the largest number
     * of rows of a chart. Returns the query unchanged if its view is no chart or draws the new rows already.
     */
    private ExplorerQuery drawn(ExplorerQuery more, Dimension dimension, String code) {
        String view = more.get(ExplorerQuery.VIEW);
        if (!ChartParts.isChart(view)) {
            return more;
        }
        Pivot pivot = new Pivot(find.apply(more), more.get(ExplorerQuery.ROWS), more.get(ExplorerQuery.COLS));
        int place = pivot.rowDimensions().indexOf(dimension);
        List<String> all = pivot.sorted(null, texts).stream().map(pivot::id).toList();
        List<String> rows = new ArrayList<>(all.stream()
                .filter(id -> place >= 0 && id.split("\\.")[place].equals(code))
                .limit(ChartParts.most(view))
                .toList());
        List<String> before = ChartParts.drawn(view, all, more);
        if (before.containsAll(rows)) {
            return more;
        }
        before.stream()
                .filter(id -> !rows.contains(id))
                .limit(ChartParts.most(view) - rows.size())
                .forEach(rows::add);
        return more.drawing(rows);
    }
}
