package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;
import org.tipstats.site.map.MapView;

/**
 * The explorer of a dataflow, ready to be shown: with a table, or with the reason why there is none.
 *
 * @param action where the form leads
 * @param keep parameters that the form keeps besides the choices
 * @param newer what to say where a newer release is there; null for the latest
 * @param size how large the table is, in words; null without one
 * @param table null where there is none
 * @param map in place of a table; null for none
 * @param chart the kind of chart above the table; null for the table alone
 * @param more what to say where a chart doesn't show all lines; null for nothing
 * @param reason null where there is a table
 * @param embedded the address of the figures alone, of their release, without the host; null where there are none
 */
record ExplorerPage(
        String name,
        String description,
        Release release,
        Newer newer,
        String action,
        Map<String, String> keep,
        List<FilterPanel.Box> boxes,
        List<FilterPanel.Chip> chips,
        List<Layout> layouts,
        String size,
        List<Tab> tabs,
        DataTable table,
        MapPart map,
        String chart,
        String more,
        Reason reason,
        List<Download> downloads,
        Citation citation,
        String embedded) {

    /** What the page shows, as its title says it. */
    public String title() {
        return map != null ? map.view().caption() : table != null ? table.caption() : name;
    }

    /** @param said its date, in a sentence */
    record Release(String id, String title, String said) {}

    record Newer(String sentence, String link, String address) {}

    /** A list of dimensions to choose one from: {@code rows} or {@code cols}. */
    record Layout(String parameter, String label, List<Choice> choices) {}

    record Choice(String value, String text, boolean chosen) {}

    record Tab(String text, String address, boolean current) {}

    /**
     * A map and what belongs to it.
     *
     * @param keep parameters that its form keeps
     * @param file of exactly its figures
     * @param picture the address of the map as a file
     */
    record MapPart(MapView view, Map<String, String> keep, String file, String picture) {}

    /** Why there is no table. @param ways what can be done instead */
    record Reason(String heading, String text, List<Link> ways) {}

    record Link(String text, String address) {}

    /** @param seen the file of what the page shows; null where that is nothing @param all the whole dataset */
    record Download(String name, String seen, String all) {}

    /** @param address of the page with its release, without the host */
    record Citation(String text, String address) {}
}
