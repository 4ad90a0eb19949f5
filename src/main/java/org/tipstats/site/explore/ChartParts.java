package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.site.explore.ExplorerPage.ChartPart;
import org.tipstats.site.explore.ExplorerPage.Entry;
import org.tipstats.site.explore.ExplorerPage.Link;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.explore.TableMaker.Line;
import org.tipstats.site.frame.PageTexts;

/** Chooses the rows of a table that a chart draws, with their colours, and makes the legend. */
record ChartParts(ExplorerQuery query, PageTexts texts) {

    /** The kinds of charts above the table. "Multiples" are small charts, one for each drawn row of the table. */
    static final List<String> KINDS = List.of("line", "bar", "stacked", "share", "multiples");

    static final String MULTIPLES = "multiples";

    static final String SHARE = "share";

    private static final String STACKED = "stacked";

    /** Largest number of rows of the table that one chart draws. */
    static final int MAX_SERIES = 6;

    private static final int MAX_MULTIPLES = 24;

    /**
     * If the chart has at most this number of rows to choose from, the legend names all of them. Otherwise it names the
     * first and the drawn rows.
     */
    private static final int MAX_ENTRIES = 12;

    private static final String UNKNOWN = "c6";

    private static final List<String> COLOURS = List.of("c1", "c2", "c3", "c4", "c5", UNKNOWN);

    static boolean isChart(String view) {
        return view != null && KINDS.contains(view);
    }

    static int most(String kind) {
        return kind.equals(MULTIPLES) ? MAX_MULTIPLES : MAX_SERIES;
    }

    /**
     * Returns the ids of the rows that a chart draws: the rows that the URL names; if the URL names no row of the
     * table, the first rows. Returns no rows if the URL asks for none, and never more than the chart can draw.
     *
     * @param all the ids of all rows that the chart could draw
     */
    static List<String> drawn(String kind, List<String> all, ExplorerQuery query) {
        List<String> named = all.stream().filter(query.drawn()::contains).toList();
        boolean nothing = query.drawn().equals(List.of(ExplorerQuery.NOTHING));
        List<String> meant = named.isEmpty() && !nothing ? all : named;
        return meant.stream().limit(most(kind)).toList();
    }

    ChartPart of(String kind, DataTable table) {
        List<Line> candidates = candidates(kind, table.lines());
        List<String> all = candidates.stream().map(Line::id).toList();
        List<String> drawn = drawn(kind, all, query);
        List<Line> named = candidates.stream()
                .filter(line ->
                        all.size() <= MAX_ENTRIES || drawn.contains(line.id()) || all.indexOf(line.id()) < most(kind))
                .toList();
        Map<String, String> colours = kind.equals(MULTIPLES) ? plain(drawn) : colours(named, drawn);
        List<Entry> entries =
                named.stream().map(line -> entry(line, drawn, colours)).toList();
        boolean more = all.size() > drawn.size() && drawn.size() == most(kind);
        return new ChartPart(
                kind,
                entries,
                colours,
                more ? note(drawn.size(), all.size()) : null,
                more && !kind.equals(MULTIPLES) ? multiples() : null);
    }

    /**
     * Returns the rows that a chart can draw. If the chart stacks parts, leaves out totals, because a stack with a
     * total would count people twice. If all rows are totals, leaves out nothing.
     */
    private static List<Line> candidates(String kind, List<Line> lines) {
        List<Line> parts = lines.stream().filter(line -> !line.total()).toList();
        return kind.equals(STACKED) && !parts.isEmpty() ? parts : lines;
    }

    private Entry entry(Line line, List<String> drawn, Map<String, String> colours) {
        boolean shown = drawn.contains(line.id());
        Set<String> other = new LinkedHashSet<>(drawn);
        if (shown) {
            other.remove(line.id());
        } else {
            other.add(line.id());
        }
        String address =
                "/" + texts.language() + query.drawing(List.copyOf(other)).path();
        return new Entry(line.id(), line.name(), address, colours.get(line.id()));
    }

    private static Map<String, String> plain(List<String> drawn) {
        Map<String, String> colours = new LinkedHashMap<>();
        drawn.forEach(id -> colours.put(id, COLOURS.get(0)));
        return colours;
    }

    /**
     * Returns the colours of the drawn rows. One of the first rows keeps its colour when the reader adds or removes
     * other rows.
     */
    private static Map<String, String> colours(List<Line> named, List<String> drawn) {
        List<String> free = new ArrayList<>(COLOURS);
        if (named.stream().anyMatch(Line::unknown)) {
            free.remove(UNKNOWN);
        }
        List<String> usual = List.copyOf(free);
        Map<String, String> colours = new LinkedHashMap<>();
        int place = 0;
        for (Line line : named) {
            String colour = line.unknown() ? UNKNOWN : place < usual.size() ? usual.get(place) : null;
            place += line.unknown() ? 0 : 1;
            if (drawn.contains(line.id())) {
                colours.put(line.id(), colour);
                free.remove(colour);
            }
        }
        colours.replaceAll((id, colour) -> colour != null ? colour : free.isEmpty() ? UNKNOWN : free.remove(0));
        return colours;
    }

    private String note(int drawn, int all) {
        return texts.say(
                "chart.more",
                "n",
                texts.numbers().whole(drawn),
                "all",
                texts.numbers().whole(all));
    }

    private Link multiples() {
        return new Link(
                texts.say("explorer.view." + MULTIPLES),
                "/" + texts.language()
                        + query.with(ExplorerQuery.VIEW, MULTIPLES)
                                .with(ExplorerQuery.DRAW, null)
                                .path());
    }
}
