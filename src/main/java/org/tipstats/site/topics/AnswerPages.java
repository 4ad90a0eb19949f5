package org.tipstats.site.topics;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.ReleaseChapters;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.Chapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.topics.Answer.PageLink;
import org.tipstats.site.topics.Answer.ShareChart;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the answers of topics and briefs from the figures of a release. */
@Singleton
public final class AnswerPages {

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final AreaLists lists;
    private final ReleaseChapters chapters;
    private final SeriesService series;
    private final CoverageService coverage;

    AnswerPages(
            SchemaRegistry schemas,
            PublishedReleases published,
            AreaLists lists,
            ReleaseChapters chapters,
            SeriesService series,
            CoverageService coverage) {
        this.schemas = schemas;
        this.published = published;
        this.lists = lists;
        this.chapters = chapters;
        this.series = series;
        this.coverage = coverage;
    }

    /**
     * Returns a published release.
     *
     * @param id null for the latest release
     * @return empty if nothing is published and no id is given
     * @throws ProblemException 404 if there is no published release with this id
     */
    Optional<ReleaseReference> release(String id) {
        return id == null
                ? published.latest()
                : Optional.of(published.find(id, false).orElseThrow(() -> ProblemException.notFound("release")));
    }

    /**
     * Returns the area with this code; the world if the code is null.
     *
     * @throws ProblemException 404 if there is no such area
     */
    Code area(String id) {
        return id == null || id.isEmpty()
                ? schemas.areas().areaGroups("WORLD").get(0)
                : schemas.areas().find(id).orElseThrow(() -> ProblemException.notFound("area"));
    }

    /** Returns the groups of areas, then the areas with figures by name, with one of them chosen. */
    List<Choice> choices(ReleaseReference release, Code chosen, PageTexts texts) {
        CodeList areas = schemas.areas();
        Stream<Code> groups = areas.codes().stream().filter(Code::isAreaGroup);
        Stream<Code> single = areas.codes().stream()
                .filter(code -> !code.isAreaGroup())
                .filter(code -> code.equals(chosen) || lists.reporting(release).get(code.position()))
                .sorted(Comparator.comparing((Code code) -> texts.of(code.name()), texts.collator()));
        return Stream.concat(groups, single)
                .map(code -> new Choice(code.id(), texts.of(code.name()), code.equals(chosen)))
                .toList();
    }

    /** Makes the answer of a topic on an area. */
    Answer topic(ReleaseReference release, AnswerTopic topic, Code area, PageTexts texts) {
        Making making = new Making(release, area, texts);
        making.shown = topic;
        if (topic == AnswerTopic.WHO_REPORTS) {
            making.reporters();
        } else {
            topic.chapters().forEach(chapter -> making.chapter(topic, chapter));
        }
        return making.answer();
    }

    /** Makes the brief of an area: its total, the largest shares, and the stages of proceedings. */
    Answer brief(ReleaseReference release, Code area, PageTexts texts) {
        Making making = new Making(release, area, texts);
        making.brief();
        return making.answer();
    }

    /** The parts of an answer while it is made. */
    private final class Making {

        private final Edition edition;
        private final Code area;
        private final PageTexts texts;
        private final Findings findings;
        private final Unknowns unknowns;
        private final Chapters drawn;
        private final List<String> years;
        private final List<Passage> said = new ArrayList<>();
        private final List<Chapter> charts = new ArrayList<>();
        private final List<ShareChart> shares = new ArrayList<>();
        private AnswerTopic shown;
        private List<Answer.AreaList> reporters = List.of();
        private final Set<String> basis = new LinkedHashSet<>();
        private Answer.MapPicture map;

        Making(ReleaseReference release, Code area, PageTexts texts) {
            this.edition = new Edition(release, series, texts);
            this.area = area;
            this.texts = texts;
            this.findings = new Findings(edition, series);
            this.unknowns = new Unknowns(edition);
            this.drawn = chapters.of(release, true, texts);
            this.years = chapters.years(release);
        }

        private Optional<AreaSubject> subject(Topic topic) {
            return topic.dataflow(schemas)
                    .flatMap(flow -> AreaSubject.of(
                            topic.id(),
                            topic,
                            lists.figures(edition.release(), flow, area),
                            topic.breakdown(flow),
                            years))
                    .filter(subject ->
                            subject.isTotal() || !subject.table().rows().isEmpty());
        }

        void brief() {
            subject(Topic.VICTIMS).ifPresent(victims -> {
                findings.total(victims).ifPresent(said::add);
                unknowns.add(victims);
                drawn.of(Topic.VICTIMS, victims.figures()).ifPresent(charts::add);
            });
            for (Topic topic : List.of(Topic.AGE, Topic.SEX, Topic.EXPLOITATION)) {
                subject(topic).ifPresent(subject -> {
                    codes(subject)
                            .findFirst()
                            .ifPresentOrElse(
                                    code -> said.addAll(findings.share(subject, code)),
                                    () -> findings.largest(subject).ifPresent(said::add));
                    addShares(subject);
                    unknowns.add(subject);
                });
                missing(topic);
            }
            subject(Topic.STAGE).flatMap(findings::counts).ifPresent(said::add);
            subject(Topic.CITIZENSHIP).flatMap(findings::first).ifPresent(said::add);
        }

        /** Returns the codes of women and children, which are the parts that most readers ask for. */
        private Stream<Code> codes(AreaSubject subject) {
            return AnswerTopic.WOMEN_AND_CHILDREN.codes(subject.breakdown()).stream();
        }

        /** Adds a chapter of a topic: findings, the trend of the shares, and the parts. */
        void chapter(AnswerTopic topic, Topic chapter) {
            Optional<AreaSubject> found = subject(chapter);
            if (found.isEmpty()) {
                missing(chapter);
                return;
            }
            AreaSubject subject = found.get();
            List<Code> codes = topic.codes(subject.breakdown());
            codes.forEach(code -> said.addAll(findings.share(subject, code)));
            ShareTrend trend = new ShareTrend(subject, codes, edition);
            if (trend.hasShares()) {
                charts.add(trend.chapter());
                addShares(subject);
                addBasis(subject);
                addMap(subject, codes);
            } else {
                (subject.table().total() == null ? findings.counts(subject) : findings.first(subject))
                        .filter(any -> codes.isEmpty())
                        .ifPresent(said::add);
                drawn.of(chapter, subject.figures()).ifPresent(charts::add);
            }
            unknowns.add(subject);
        }

        private void missing(Topic topic) {
            if (subject(topic).isEmpty()) {
                topic.dataflow(schemas)
                        .map(flow -> topic.breakdown(flow)
                                .map(dimension -> dimension.name())
                                .orElse(flow.name()))
                        .ifPresent(name -> unknowns.addMissing(texts.of(name), area));
            }
        }

        private void addShares(AreaSubject subject) {
            subject.table()
                    .latestOfParts()
                    .map(year -> new Shares(subject, year, edition))
                    .ifPresent(parts -> shares.add(new ShareChart(
                            "shares-" + subject.id(),
                            subject.heading(texts),
                            parts.title(),
                            parts.drawing(),
                            parts.lines())));
        }

        private void addMap(AreaSubject subject, List<Code> codes) {
            if (map == null && area.isAreaGroup("WORLD")) {
                map = codes.stream()
                        .findFirst()
                        .flatMap(code -> map(subject, code))
                        .orElse(null);
            }
        }

        private Optional<Answer.MapPicture> map(AreaSubject subject, Code code) {
            String data = "/data/" + subject.figures().dataflow().id();
            String heading = texts.joined(List.of(texts.of(code.name()), texts.say("start.map")));
            return edition.source()
                    .map(subject.figures(), subject.breakdown(), code)
                    .map(query ->
                            new Answer.MapPicture(heading, data + "/map.svg" + query, data + query + "&view=map"));
        }

        /** Adds a sentence on who reported the parts of a subject in the year of its shares. */
        private void addBasis(AreaSubject subject) {
            subject.table()
                    .latestOfParts()
                    .ifPresent(year -> subject.table().rows().stream()
                            .map(row -> row.figures().get(year))
                            .filter(Objects::nonNull)
                            .map(figure -> edition.source()
                                    .coverage(
                                            figure.coverage(),
                                            subject.table().years().get(year)))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .map(sentence ->
                                    texts.say("answer.basis", "what", subject.heading(texts), "sentence", sentence))
                            .ifPresent(basis::add));
        }

        void reporters() {
            Optional<Dataflow> victims = Topic.VICTIMS.dataflow(schemas);
            victims.map(flow -> new Reporters(coverage, flow, area, edition)).ifPresent(found -> {
                said.addAll(found.findings());
                found.chapter().ifPresent(charts::add);
                reporters = found.lists();
            });
            subject(Topic.VICTIMS).ifPresent(unknowns::add);
        }

        /** Returns the profile of the area, its other topics, and the same topic for the groups above it. */
        private List<PageLink> links() {
            List<PageLink> links = new ArrayList<>();
            String name = texts.of(area.name());
            links.add(new PageLink(texts.say("answer.profile", "area", name), "/areas/" + area.id()));
            if (shown != null) {
                schemas.areas()
                        .broader(area)
                        .forEach(group -> links.add(link(texts.say(shown.heading()), shown, group)));
            }
            topics(edition.release(), area).stream()
                    .filter(topic -> topic != shown)
                    .forEach(topic -> links.add(link(texts.say(topic.heading()), topic, area)));
            return links;
        }

        private PageLink link(String heading, AnswerTopic topic, Code place) {
            return new PageLink(
                    texts.joined(List.of(heading, texts.of(place.name()))),
                    "/topics/" + topic.id() + "?area=" + place.id());
        }

        Answer answer() {
            String name = texts.of(area.name());
            String nothing = said.isEmpty() ? texts.say("answer.nothing", "area", name) : null;
            Optional<ReleaseReference> latest = published
                    .latest()
                    .filter(newest -> !newest.id().equals(edition.release().id()));
            return new Answer(
                    edition.release(),
                    latest.orElse(null),
                    area,
                    said,
                    List.copyOf(basis),
                    nothing,
                    charts,
                    shares,
                    reporters,
                    unknowns.sentences(),
                    map,
                    links(),
                    edition.source().of(area),
                    edition.signs());
        }
    }

    /** Returns the topics that have figures of an area in a release. */
    public List<AnswerTopic> topics(ReleaseReference release, Code area) {
        return Arrays.stream(AnswerTopic.values())
                .filter(topic -> topic.chapters().isEmpty()
                        || topic.chapters().stream()
                                .flatMap(chapter -> chapter.dataflow(schemas).stream())
                                .anyMatch(flow ->
                                        lists.figures(release, flow, area).isReported()))
                .toList();
    }
}
