package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.map.MapView;

/**
 * The explorer of a dataflow, ready for a template: with a table, or with the reason why there is none.
 *
 * @param action the address to which the form is sent
 * @param keep parameters that the form keeps in addition to the choices
 * @param newer a note that there is a newer release; null for the latest
 * @param size the size of the table, in words; null without a table
 * @param table null if there is none
 * @param map shown instead of a table; null if there is none
 * @param chart the kind of chart above the table; null for only the table
 * @param more a note that a chart does not show all lines; null if it does
 * @param reason null if there is a table or a map
 * @param embedded the address of only the figures, of their release, without the host; null if there are none
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

    /** Returns the title of the page. */
    public String title() {
        return map != null ? map.view().caption() : table != null ? table.caption() : name;
    }

    /**
     * The release of the figures.
     *
     * @param said a sentence with its date
     */
    record Release(String id, String title, String said) {}

    record Newer(String sentence, String link, String address) {}

    /** A list of dimensions from which to choose one, for the parameter {@code rows} or {@code cols}. */
    record Layout(String parameter, String label, List<Choice> choices) {}

    record Tab(String text, String address, boolean current) {}

    /**
     * A map with its form and files.
     *
     * @param keep parameters that its form keeps
     * @param file the address of a file with exactly its figures
     * @param picture the address of the map as a file
     */
    record MapPart(MapView view, Map<String, String> keep, String file, String picture) {}

    /**
     * The reason why there is no table.
     *
     * @param ways links to pages that have one
     */
    record Reason(String heading, String text, List<Link> ways) {}

    record Link(String text, String address) {}

    /**
     * A file to download.
     *
     * @param seen the address of the file with the content of the page; null if there is none
     * @param all the address of the file with the whole dataset
     */
    record Download(String name, String seen, String all) {}

    /**
     * A citation.
     *
     * @param address the address of the page with its release, without the host
     */
    record Citation(String text, String address) {}
}
