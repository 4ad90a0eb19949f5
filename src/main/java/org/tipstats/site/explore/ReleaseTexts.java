package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.explore.ExplorerPage.Citation;
import org.tipstats.site.explore.ExplorerPage.Download;
import org.tipstats.site.explore.ExplorerPage.Newer;
import org.tipstats.site.explore.ExplorerPage.Sources;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes the texts about the release of a page: its name, a newer release, files and the citation. */
record ReleaseTexts(
        ReleaseReference release,
        Dataflow dataflow,
        ExplorerQuery query,
        ReleaseReference latest,
        String publisher,
        PageTexts texts) {

    /** API parameters of each file format, by the format's name. The names are the same in all languages. */
    private static final Map<String, String> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("CSV", "format=csv&header=plain&labels=both");
        FORMATS.put("SDMX-CSV", "format=csv");
        FORMATS.put("XLSX", "format=xlsx");
        FORMATS.put("JSON", "format=json");
        FORMATS.put("JSON-stat", "format=json-stat");
        FORMATS.put("Parquet", "format=parquet");
    }

    /** Returns a sentence that names the release. */
    String sentence() {
        return SourceReference.sentence(release, latest, texts);
    }

    /** Returns a note about the latest release; null if the page shows the latest release. */
    Newer newer() {
        if (release.id().equals(latest.id())) {
            return null;
        }
        Map<String, Object> values = Map.of(
                "id", release.id(), "newer", latest.id(), "date", texts.days().day(latest.publishedAt()));
        ExplorerQuery now = query.with(ExplorerQuery.RELEASE, null).with("asOf", null);
        return new Newer(texts.say("explorer.newer", values), "/" + texts.language() + now.path());
    }

    /** Returns the link to a file with the content of the page, from the same release. */
    String file(String form) {
        return pinned().api() + "&lang=" + texts.language() + "&" + form;
    }

    /** Returns the URL of a page or file one level below this page, with the release of this page. */
    String below(String name) {
        return citation().address().replaceFirst("\\?", "/" + name + "?");
    }

    /**
     * Returns the files, links and citation of the figures.
     *
     * @param seen false if no file has exactly the figures of the page
     * @param cited false if the page has no figures to cite
     * @param embedded false if the page has no figures to embed
     */
    Sources sources(PublicData.QueryResult found, boolean seen, boolean cited, boolean embedded) {
        boolean isLatest = release.id().equals(latest.id());
        return new Sources(
                downloads(seen),
                query.isOfPanel() ? query.series() : query.api(),
                isLatest && !query.isOfPanel() ? sdmx(found) : null,
                cited ? citation() : null,
                embedded ? below("embed") : null,
                found.selection().terms().licence(texts.language()).orElse(null));
    }

    /** Returns path and query of the figures for programs that read SDMX. */
    private static String sdmx(PublicData.QueryResult found) {
        DataStructure structure = found.selection().dataflow().structure();
        String key = structure.dimensions().stream()
                .filter(dimension -> !dimension.isTime())
                .map(dimension -> codes(dimension, found))
                .collect(Collectors.joining("."));
        BitSet years = found.wanted().get(structure.time().position());
        String period = years == null || years.isEmpty()
                ? ""
                : "?startPeriod=" + structure.time().valueAt(years.nextSetBit(0)) + "&endPeriod="
                        + structure.time().valueAt(years.length() - 1);
        return "/sdmx/v1/data/" + Addresses.encoded(found.selection().dataflow().id()) + "/" + key + "/all" + period;
    }

    /** Returns the chosen codes of a dimension; empty if all are chosen. */
    private static String codes(Dimension dimension, PublicData.QueryResult found) {
        BitSet wanted = found.wanted().get(dimension.position());
        return wanted == null
                ? ""
                : wanted.stream().mapToObj(dimension::valueAt).collect(Collectors.joining("+"));
    }

    private List<Download> downloads(boolean seen) {
        ExplorerQuery whole = new ExplorerQuery(query.dataflow(), Map.of(ExplorerQuery.RELEASE, release.id()));
        List<Download> downloads = new ArrayList<>();
        FORMATS.forEach((name, form) -> downloads.add(
                new Download(name, seen ? file(form) : null, whole.api() + "&lang=" + texts.language() + "&" + form)));
        return downloads;
    }

    Citation citation() {
        return new Citation(text(texts.of(dataflow.name())), "/" + texts.language() + pinned().path());
    }

    /** Returns the text of a citation of some figures of the release. */
    String text(String what) {
        String citation = SourceReference.citation(release, publisher, texts);
        return texts.say("cite.figure", "what", what, "citation", citation);
    }

    private ExplorerQuery pinned() {
        return query.with("lang", null).with("asOf", null).with(ExplorerQuery.RELEASE, release.id());
    }
}
