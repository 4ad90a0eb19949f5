package org.tipstats.site.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.citation.Citation;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.site.topics.Findings;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes reports of published releases. */
@Singleton
final class PatternsPages {

    /** The topics that the report covers for each area, in the order of the report. */
    private static final List<Topic> TOPICS =
            List.of(Topic.VICTIMS, Topic.SEX, Topic.AGE, Topic.EXPLOITATION, Topic.STAGE);

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    /**
     * The largest number of releases that the program searches for figures of a year, beginning with the newest
     * release.
     */
    private static final int MAX_RELEASES_SEARCHED = 20;

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final ReleaseReader reader;
    private final Cache<String, List<String>> years =
            Caffeine.newBuilder().maximumSize(100).build();

    private final SeriesService series;
    private final ReportMaps maps;

    PatternsPages(
            SchemaRegistry schemas,
            PublishedReleases published,
            ReleaseReader reader,
            SeriesService series,
            ReportMaps maps) {
        this.series = series;
        this.maps = maps;
        this.schemas = schemas;
        this.published = published;
        this.reader = reader;
    }

    /**
     * Returns a published release.
     *
     * @throws ProblemException 404 if there is no published release with this id; 410 if it was withdrawn
     */
    ReleaseReference release(String id) {
        return published.required(id, false);
    }

    /**
     * If a reader asks for the report of a year, returns the id of the release to redirect to: the newest release with
     * a figure for this year. Returns empty if the given id is not a year, if it is the id of a release, or if none of
     * the newest releases has such a figure.
     */
    Optional<String> instead(String id) {
        boolean possible = YEAR.matcher(id).matches()
                && schemas.dataflows().stream()
                        .anyMatch(flow -> flow.structure().time().positionOf(id) >= 0);
        if (!possible || published.wasPublished(id)) {
            return Optional.empty();
        }
        return reader.published().stream()
                .limit(MAX_RELEASES_SEARCHED)
                .map(release -> release(release.id()))
                .filter(release -> years(release).contains(id))
                .map(ReleaseReference::id)
                .findFirst();
    }

    /**
     * Makes the report of a published release.
     *
     * @param width the width of charts over time and of shares
     * @throws ProblemException 404 if there is no published release with this id; 410 if it was withdrawn
     */
    PatternsPage page(String id, Citation citation, int width, PageTexts texts) {
        ReleaseReference release = release(id);
        ReleaseReference latest = published.latest().orElse(release);
        Edition edition = new Edition(release, series, width, texts);
        List<String> years = years(release);
        Map<Code, List<AreaSubject>> subjects = new LinkedHashMap<>();
        areas(texts).forEach(area -> subjects.put(area, subjects(release, area, years)));
        MapView map = Topic.VICTIMS
                .dataflow(schemas)
                .flatMap(flow -> maps.of(release, flow, texts))
                .orElse(null);
        if (map != null) {
            edition.meet(map.signs());
        }
        PatternsPage page = new PatternsPage(
                release,
                latest.id().equals(id) ? null : latest,
                new ArrayList<>(),
                new ArrayList<>(),
                compared(subjects, edition),
                map,
                new ArrayList<>(),
                new ArrayList<>(),
                edition.signs(),
                citation.texts().get(texts.language()));
        Findings findings = new Findings(edition, (flow, figures) -> series.panel(release, flow, figures));
        AreaParts parts = new AreaParts(edition, findings);
        subjects.forEach((area, own) -> add(page, area, own, parts, new AnnexTables(edition)));
        return page;
    }

    private static PatternsPage.Comparison compared(Map<Code, List<AreaSubject>> subjects, Edition edition) {
        Map<Code, List<AreaSubject>> compared = new LinkedHashMap<>(subjects);
        compared.keySet().removeIf(area -> area.isAreaGroup("GROUP"));
        return Comparison.of(compared, edition);
    }

    private static void add(
            PatternsPage page, Code area, List<AreaSubject> subjects, AreaParts parts, AnnexTables tables) {
        AreaParts.victims(subjects)
                .map(victims -> parts.overview(area, victims))
                .ifPresent(page.overview()::add);
        if (!subjects.isEmpty()) {
            page.parts().add(parts.of(area, subjects));
            page.annex()
                    .add(new PatternsPage.Annex(
                            area, subjects.stream().map(tables::of).toList()));
        }
        if (area.isAreaGroup("WORLD")) {
            page.findings().addAll(parts.findings(subjects));
        }
    }

    /** Returns the world, then its regions, then the groups that this deployment adds, both by name. */
    private Stream<Code> areas(PageTexts texts) {
        return Stream.of("WORLD", "REGION", "GROUP")
                .flatMap(kind -> texts.byName(schemas.areas().areaGroups(kind)).stream());
    }

    /** Returns the subjects that have figures. */
    private List<AreaSubject> subjects(ReleaseReference release, Code area, List<String> years) {
        List<AreaSubject> subjects = new ArrayList<>();
        for (Topic topic : TOPICS) {
            topic.dataflow(schemas)
                    .flatMap(flow -> AreaSubject.of(
                            topic.id(), topic, figures(release, flow, area), topic.breakdown(flow), years))
                    .ifPresent(subjects::add);
        }
        schemas.dataflows().stream()
                .filter(Dataflow::isDerived)
                .flatMap(flow -> flow.structure().dimension(Role.FLOW).stream()
                        .flatMap(far -> AreaSubject.of(
                                AreaSubject.FLOW,
                                Topic.CITIZENSHIP,
                                figures(release, flow, area),
                                Optional.of(far),
                                years)
                                .stream()))
                .forEach(subjects::add);
        return subjects;
    }

    private FlowFigures figures(ReleaseReference release, Dataflow flow, Code area) {
        return new FlowFigures(flow, area, published.vintage(release, flow));
    }

    /** Returns the years for which the world has a figure in any subject, including the subject on flows. */
    private List<String> years(ReleaseReference release) {
        return years.get(release.id() + " " + release.contentHash(), key -> found(release));
    }

    private List<String> found(ReleaseReference release) {
        Code world = schemas.areas().areaGroups("WORLD").get(0);
        Set<String> possible = new TreeSet<>();
        schemas.dataflows().forEach(flow -> possible.addAll(possible(flow)));
        Set<String> all = new TreeSet<>();
        subjects(release, world, List.copyOf(possible)).forEach(subject -> all.addAll(subject.years()));
        return List.copyOf(all);
    }

    private static List<String> possible(Dataflow flow) {
        Dimension time = flow.structure().time();
        return IntStream.range(0, time.size()).mapToObj(time::valueAt).toList();
    }
}
