package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The explorer page of a dataflow, ready for a template. The page shows a chart or a map, the choices, and a table. If
 * it has no table and no map, it gives the reason.
 *
 * @param release a sentence that names the release of the figures
 * @param newer a note that there is a newer release; null if the page shows the latest release
 * @param choices the choices below the chart or map
 * @param size the size of the table, in words, even if the table is too large to show; null if the page has no table
 *     for another reason
 * @param notices what the reader must know about the choice of the view
 * @param table the table; null if there is no table
 * @param map the map, which is shown instead of a table; null if there is no map
 * @param chart the chart above the table; null if there is no chart
 * @param drawing the chart for readers without scripts; null if there is none
 * @param reason the reason why there is no table; null if there is a table or a map
 * @param addition a message about a name that the reader typed; null if there is no message
 */
record ExplorerPage(
        Dataflow dataflow,
        String releaseId,
        String release,
        Newer newer,
        Choices choices,
        String size,
        List<Tab> tabs,
        List<String> notices,
        DataTable table,
        MapPart map,
        ChartPart chart,
        Drawing drawing,
        Reason reason,
        Addition addition,
        Sources sources) {

    public String title(PageTexts texts) {
        return map != null ? map.view().caption() : table != null ? table.caption() : texts.of(dataflow.name());
    }

    /** Returns this page with a message about a name that the reader typed. */
    ExplorerPage adding(Addition message) {
        return new ExplorerPage(
                dataflow, releaseId, release, newer, choices, size, tabs, notices, table, map, chart, drawing, reason,
                message, sources);
    }

    record Newer(String sentence, String address) {}

    /**
     * The choices below the chart or map.
     *
     * @param action the path to which the forms are sent
     * @param keep parameters that the form of the choices sends unchanged, for example the release
     * @param all all parameters of the page
     * @param panel the choice of the areas that count in the figures of groups; null if there is no choice
     */
    record Choices(
            String action,
            Map<String, String> keep,
            Map<String, String> all,
            List<FilterPanel.Box> boxes,
            List<Layout> layouts,
            PanelPart panel) {}

    /**
     * The reader's choice of the areas that count in the figures of groups: all reporting areas, or only a panel. The
     * panel has the areas with a public number in all selected years, so that different reporters do not change the
     * trend.
     *
     * @param areas the names of the areas of the panel; empty if all reporting areas count
     * @param file the URL of the figures of the panel as JSON; null if all reporting areas count
     */
    record PanelPart(String sentence, List<String> areas, String file) {

        public boolean isConstant() {
            return file != null;
        }
    }

    /** The choice of the dimension in the rows ({@code rows}) or columns ({@code cols}) of the table. */
    record Layout(String parameter, String label, List<Choice> choices) {}

    record Tab(String view, String text, String address, boolean current) {}

    /**
     * A chart.
     *
     * @param series the legend
     * @param colours the colours of the drawn rows, by the id of the row
     * @param more a note that there are more rows than the chart can draw; null if it draws all rows, or fewer than it
     *     can
     * @param multiples a link to small charts of more rows; null without this note, and for small charts
     */
    record ChartPart(String kind, List<Entry> series, Map<String, String> colours, String more, Link multiples) {}

    /**
     * An entry of the legend.
     *
     * @param address the link to the page without this row in the chart, or with it again
     * @param colour null for a row that is not drawn
     */
    record Entry(String id, String name, String address, String colour) {}

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
     * @param ways links to pages or to a file with figures; may be empty
     */
    record Reason(String heading, String text, List<Link> ways) {}

    record Link(String text, String address) {}

    /**
     * A message about a name that the reader typed.
     *
     * @param choices links, each of which adds one of the possible meanings of the name to the selection
     */
    record Addition(String typed, String sentence, List<Link> choices) {}

    /**
     * The files, links and citation of the figures.
     *
     * @param api path and query of the figures in the API
     * @param sdmx path and query of the figures in the latest release for programs that read SDMX; null for an older
     *     release, and for figures of a panel
     * @param citation null if the page has no figures
     * @param embedded the path of a page with only the figures, from this release; null if the page shows no figures
     * @param licence the permitted use; null if it is not stated
     */
    record Sources(List<Download> files, String api, String sdmx, Citation citation, String embedded, String licence) {}

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
