package org.tipstats.site.releases;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.publish.citation.Citation;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.ReleaseChapters;
import org.tipstats.site.chapter.Chapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pages of published releases. */
@Singleton
record ReleasePages(
        SchemaRegistry schemas,
        PublishedReleases published,
        ReleaseReader reader,
        CoverageService coverage,
        AreaLists lists,
        ReleaseChapters chapters) {

    /**
     * A published release.
     *
     * @param latest the latest release; null if this release is the latest
     * @param notes the notes that the makers of the release wrote; null if there are no notes
     * @param groupFindings the main figures of the groups that this deployment adds to the M49 regions
     * @param before the id of the previous release; null for the first release
     * @param explorer the URL of the page on which readers select data of the release; null if no dataflow is on
     * victims
     */
    record ReleasePage(
            ReleaseView release,
            ReleaseReference latest,
            LocalText notes,
            List<Finding> findings,
            List<Finding> groupFindings,
            String before,
            List<Changed> changes,
            List<Covered> coverage,
            List<DataFile> files,
            String explorer,
            String citation) {}

    /** The main figure of a region or another group of areas, in a sentence. */
    record Finding(String area, String name, String sentence) {}

    /** The numbers of changes in a dataflow since the previous release. */
    record Changed(Dataflow dataflow, Map<ReleaseChange.Kind, Long> counts) {

        /** Returns the number of changes of a kind, for example {@code NEW}. */
        public Long number(String kind) {
            return counts.getOrDefault(ReleaseChange.Kind.valueOf(kind), 0L);
        }
    }

    /** The coverage of one dataflow: how many areas of the world reported in the latest year. */
    record Covered(String name, String year, String reporting, String share) {}

    record DataFile(String name, ReleasedDataset dataset) {

        public String address() {
            return "/api/v1/data/" + Addresses.encoded(dataset.dataflow()) + "?release="
                    + Addresses.encoded(dataset.release()) + "&format=csv&header=plain&raw=true";
        }
    }

    /**
     * Makes the page of a published release.
     *
     * @throws org.tipstats.platform.problem.ProblemException 404 if there is no published release with this id; 410 if
     *     it was withdrawn
     */
    ReleasePage page(String id, Citation citation, PageTexts texts) {
        ReleaseView view = reader.get(id, Optional.empty());
        ReleaseReference release = published.requested(id, Optional.empty());
        ReleaseReference latest = published.latest().orElse(release);
        boolean old = !latest.id().equals(id);
        return new ReleasePage(
                view,
                old ? latest : null,
                view.notesIn().isEmpty() ? null : new LocalText(view.notesIn()),
                findings(release, List.of("WORLD", "REGION"), texts),
                findings(release, List.of("GROUP"), texts),
                published.before(release).map(ReleaseReference::id).orElse(null),
                changed(reader.changes(id, null, Optional.empty())),
                coverage(release, texts),
                files(release, texts),
                explorer(release, old, texts),
                citation.texts().get(texts.language()));
    }

    private String explorer(ReleaseReference release, boolean old, PageTexts texts) {
        return Topic.VICTIMS
                .dataflow(schemas)
                .map(flow -> "/" + texts.language() + "/data/" + flow.id()
                        + (old ? "?release=" + Addresses.encoded(release.id()) : ""))
                .orElse(null);
    }

    /** Returns the main figure of each group of areas of the given kinds. Leaves out groups without a shown figure. */
    private List<Finding> findings(ReleaseReference release, List<String> kinds, PageTexts texts) {
        Optional<Dataflow> flow = Topic.VICTIMS.dataflow(schemas);
        if (flow.isEmpty()) {
            return List.of();
        }
        Chapters made = chapters.of(release, false, texts);
        return kinds.stream()
                .flatMap(kind -> texts.byName(schemas.areas().areaGroups(kind)).stream())
                .map(area -> made.of(Topic.VICTIMS, lists.figures(release, flow.get(), area))
                        .map(Chapter::lead)
                        .map(lead -> new Finding(area.id(), texts.of(area.name()), lead))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Changed> changed(List<ReleaseChange> changes) {
        Map<String, Map<ReleaseChange.Kind, Long>> counts = changes.stream()
                .collect(Collectors.groupingBy(
                        ReleaseChange::dataflow, Collectors.groupingBy(ReleaseChange::change, Collectors.counting())));
        return schemas.bySubject().stream()
                .filter(flow -> counts.containsKey(flow.id()))
                .map(flow -> new Changed(flow, counts.get(flow.id())))
                .toList();
    }

    private List<Covered> coverage(ReleaseReference release, PageTexts texts) {
        NumberTexts numbers = texts.numbers();
        Map<String, RegionCoverage> latest =
                coverage.regions(release, schemas.areas().areaGroups("WORLD").get(0)).stream()
                        .filter(cell -> cell.reported() + cell.masked() > 0)
                        .collect(Collectors.toMap(RegionCoverage::dataflow, cell -> cell, (one, later) -> later));
        return schemas.bySubject().stream()
                .filter(flow -> latest.containsKey(flow.id()))
                .map(flow -> {
                    RegionCoverage cell = latest.get(flow.id());
                    return new Covered(
                            texts.of(flow.name()),
                            cell.year(),
                            texts.say(
                                    "figures.ofAll",
                                    "n",
                                    numbers.whole(cell.reported() + cell.masked()),
                                    "all",
                                    numbers.whole(cell.areas())),
                            cell.populationShare() == null
                                    ? "–"
                                    : texts.say("figures.percent", "n", numbers.exact(cell.populationShare())));
                })
                .toList();
    }

    /** Returns the files in the order of their subjects. A dataset that the schemas no longer have comes last. */
    private List<DataFile> files(ReleaseReference release, PageTexts texts) {
        List<String> order = schemas.bySubject().stream().map(Dataflow::id).toList();
        return published.datasets().stream()
                .filter(dataset -> dataset.release().equals(release.id()) && dataset.observations() > 0)
                .sorted(Comparator.comparing((ReleasedDataset dataset) -> !order.contains(dataset.dataflow()))
                        .thenComparing(dataset -> order.indexOf(dataset.dataflow())))
                .map(dataset -> new DataFile(
                        schemas.dataflow(dataset.dataflow())
                                .map(flow -> texts.of(flow.name()))
                                .orElse(dataset.dataflow()),
                        dataset))
                .toList();
    }
}
