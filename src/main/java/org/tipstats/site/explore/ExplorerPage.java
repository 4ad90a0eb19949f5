package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The explorer page of a dataflow, ready for a template. The page shows a table, a map, or the reason why there is
 * neither.
 *
 * @param release a sentence that names the release of the figures
 * @param action the path to which the form is sent
 * @param keep parameters that the form sends unchanged, for example the release
 * @param newer a note that there is a newer release; null for the latest
 * @param size the size of the table, in words; null without a table
 * @param unknown a note that the requested view does not exist; null if it exists
 * @param table the table; null if there is no table
 * @param map the map, which is shown instead of a table; null if there is no map
 * @param chart the kind of the chart above the table; null if there is no chart
 * @param more a note that the chart does not show all lines; null if the chart shows all lines
 * @param reason the reason why there is no table; null if there is a table or a map
 * @param panel the choice between all reporters and the same reporters; null if there is no choice
 * @param embedded the path of a page with only the figures, from this release; null if there are no figures
 */
record ExplorerPage(
        Dataflow dataflow,
        String releaseId,
        String release,
        Newer newer,
        String action,
        Map<String, String> keep,
        List<FilterPanel.Box> boxes,
        List<FilterPanel.Chip> chips,
        List<Layout> layouts,
        String size,
        List<Tab> tabs,
        String unknown,
        DataTable table,
        MapPart map,
        String chart,
        String more,
        Reason reason,
        PanelPart panel,
        List<Download> downloads,
        Citation citation,
        String embedded) {

    /** Returns the title of the page. */
    public String title(PageTexts texts) {
        return map != null ? map.view().caption() : table != null ? table.caption() : texts.of(dataflow.name());
    }

    record Newer(String sentence, String address) {}

    /**
     * The choice between all reporters and the same reporters in all years.
     *
     * @param areas the names of the areas of the panel; empty if all reporters count
     * @param all the page with all reporters
     * @param same the page with the same reporters
     * @param file the series over the panel as JSON; null if all reporters count
     */
    record PanelPart(String sentence, List<String> areas, String all, String same, String file) {

        public boolean isConstant() {
            return file != null;
        }
    }

    /** The choice of the dimension in the rows ({@code rows}) or columns ({@code cols}) of the table. */
    record Layout(String parameter, String label, List<Choice> choices) {}

    record Tab(String text, String address, boolean current) {}

    /**
     * A map with its form and files.
     *
     * @param keep parameters that the form of the map sends unchanged
     * @param file the link to a file with exactly the figures of the map
     * @param picture the link to the map as a file
     */
    record MapPart(MapView view, Map<String, String> keep, String file, String picture) {}

    /**
     * The reason why there is no table.
     *
     * @param ways links to pages that have a table
     */
    record Reason(String heading, String text, List<Link> ways) {}

    record Link(String text, String address) {}

    /**
     * A file to download.
     *
     * @param seen the link to the file with the content of the page; null if there is no such file
     * @param all the link to the file with the complete dataset
     */
    record Download(String name, String seen, String all) {}

    /**
     * A citation.
     *
     * @param address path and query of the page, with the release
     */
    record Citation(String text, String address) {}
}
