package org.tipstats.site.topics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.Chapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.topics.Answer.PageLink;
import org.tipstats.site.topics.Answer.ShareChart;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes an answer: collects its findings, charts and unknowns. Makes one answer only; not thread-safe. */
final class AnswerMaker {

    private final AnswerSources sources;

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
    private List<Answer.AreaList> reporters = List.of();
    private final Set<String> basis = new LinkedHashSet<>();
    private Answer.MapPicture map;

    AnswerMaker(AnswerSources sources, Edition edition, Code area) {
        this.sources = sources;
        this.edition = edition;
        this.area = area;
        this.texts = edition.texts();
        ReleaseReference release = edition.release();
        this.findings =
                new Findings(edition, (flow, figures) -> sources.series().panel(release, flow, figures));
        this.unknowns = new Unknowns(edition);
        this.drawn = sources.chapters().of(release, true, texts);
        this.years = sources.chapters().years(release);
    }

    private Optional<AreaSubject> subject(Topic topic) {
        return topic.dataflow(sources.schemas())
                .flatMap(flow -> AreaSubject.of(
                        topic.id(),
                        topic,
                        sources.lists().figures(edition.release(), flow, area),
                        topic.breakdown(flow),
                        years))
                .filter(subject -> subject.isTotal() || !subject.table().rows().isEmpty());
    }

    /**
     * Makes the brief of the area: its total, the main shares, the stages of proceedings, and the main citizenships.
     */
    Answer brief() {
        subject(Topic.VICTIMS).ifPresent(victims -> {
            findings.total(victims).ifPresent(said::add);
            unknowns.add(victims);
            drawn.of(Topic.VICTIMS, victims.figures()).ifPresent(charts::add);
        });
        for (Topic topic : List.of(Topic.AGE, Topic.SEX, Topic.EXPLOITATION)) {
            subject(topic).ifPresentOrElse(this::addMain, () -> addMissing(topic));
        }
        subject(Topic.STAGE).flatMap(findings::counts).ifPresent(said::add);
        subject(Topic.CITIZENSHIP).flatMap(findings::first).ifPresent(said::add);
        return answer(null);
    }

    private void addMain(AreaSubject subject) {
        said.addAll(findings.main(subject));
        addShares(subject);
        addBasis(subject);
        unknowns.add(subject);
    }

    Answer topic(AnswerTopic topic) {
        if (topic == AnswerTopic.WHO_REPORTS) {
            reporters();
        } else {
            if (topic == AnswerTopic.ORIGINS_AND_RETURNS) {
                addFlows();
            }
            topic.chapters()
                    .forEach(chapter -> subject(chapter)
                            .ifPresentOrElse(subject -> addChapter(topic, subject), () -> addMissing(chapter)));
        }
        return answer(topic);
    }

    /** Adds a chapter of a topic: findings, trend and parts, or the usual chart where it has no shares. */
    private void addChapter(AnswerTopic topic, AreaSubject subject) {
        List<Code> codes = topic.codes(subject.breakdown());
        codes.forEach(code -> said.addAll(findings.share(subject, code)));
        ShareTrend trend = new ShareTrend(subject, codes, edition);
        if (trend.hasShares()) {
            charts.add(trend.chapter());
            addShares(subject);
            addBasis(subject);
            addMap(subject, codes);
        } else {
            sentence(subject).filter(any -> codes.isEmpty()).ifPresent(said::add);
            drawn.of(subject.topic(), subject.figures()).ifPresent(charts::add);
        }
        unknowns.add(subject);
    }

    /** Returns the sentence on a chapter that is not about shares. */
    private Optional<Passage> sentence(AreaSubject subject) {
        return switch (subject.topic()) {
            case STAGE -> findings.counts(subject);
            case CITIZENSHIP, REPATRIATION -> findings.first(subject);
            default -> Optional.empty();
        };
    }

    /** Says that nothing is published on a topic. */
    private void addMissing(Topic topic) {
        topic.dataflow(sources.schemas())
                .map(flow -> topic.breakdown(flow).map(Dimension::name).orElse(flow.name()))
                .ifPresent(name -> unknowns.addMissing(texts.of(name), area));
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
            map = codes.stream().findFirst().flatMap(code -> map(subject, code)).orElse(null);
        }
    }

    private Optional<Answer.MapPicture> map(AreaSubject subject, Code code) {
        String data = "/data/" + subject.figures().dataflow().id();
        String heading = texts.joined(List.of(texts.of(code.name()), texts.say("start.map")));
        return edition.source()
                .map(subject.figures(), subject.breakdown(), code)
                .map(query -> new Answer.MapPicture(heading, data + "/map.svg" + query, data + query + "&view=map"));
    }

    /** Adds a sentence on who reported the parts of a subject in the year of its shares. */
    private void addBasis(AreaSubject subject) {
        subject.table()
                .latestOfParts()
                .map(year -> edition.source()
                        .coverage(
                                subject.table().rows().stream()
                                        .map(row -> row.figures().get(year)),
                                subject.table().years().get(year)))
                .map(sentence -> texts.say("answer.basis", "what", subject.heading(texts), "sentence", sentence))
                .ifPresent(basis::add);
    }

    private void addFlows() {
        sources.flows()
                .flows(edition.release())
                .ifPresent(flows -> said.addAll(new FlowFindings(flows, edition).of(area)));
    }

    private void reporters() {
        Optional<Dataflow> victims = Topic.VICTIMS.dataflow(sources.schemas());
        victims.map(flow -> new ReporterFindings(sources.coverage(), flow, area, edition))
                .ifPresent(found -> {
                    said.addAll(found.findings());
                    found.chapter().ifPresent(charts::add);
                    reporters = found.lists();
                });
        subject(Topic.VICTIMS).ifPresent(unknowns::add);
    }

    private Answer answer(AnswerTopic shown) {
        String name = texts.of(area.name());
        String nothing = said.isEmpty() && charts.isEmpty() && shares.isEmpty()
                ? texts.say("answer.nothing", "area", name)
                : null;
        return new Answer(
                edition.release(),
                area,
                said,
                List.copyOf(basis),
                nothing,
                charts,
                shares,
                reporters,
                unknowns.sentences(),
                map,
                links(shown),
                edition.source().of(area),
                edition.signs());
    }

    /**
     * Returns the links after the answer: to the profile of the area; for the topic on origins and returns, to the page
     * of flows; to the same topic on the M49 groups above the area; and to other topics on the area.
     *
     * @param shown the topic of the page; null for a brief
     */
    private List<PageLink> links(AnswerTopic shown) {
        boolean latest = sources.published()
                .latest()
                .filter(release -> release.id().equals(edition.release().id()))
                .isPresent();
        String older = latest ? null : edition.release().id();
        String keeping = Addresses.kept("&", older);
        List<PageLink> links = new ArrayList<>();
        String name = texts.of(area.name());
        links.add(new PageLink(
                texts.say("answer.profile", "area", name), "/areas/" + area.id() + Addresses.kept("?", older)));
        if (shown == AnswerTopic.ORIGINS_AND_RETURNS) {
            links.add(
                    new PageLink(texts.say("flows.heading.area", "area", name), "/flows?AREA=" + area.id() + keeping));
        }
        if (shown != null) {
            sources.schemas().areas().broader(area).forEach(group -> links.add(link(shown, group, keeping)));
        }
        sources.topics(edition.release(), area).stream()
                .filter(topic -> topic != shown)
                .forEach(topic -> links.add(link(topic, area, keeping)));
        return links;
    }

    private PageLink link(AnswerTopic topic, Code place, String keeping) {
        return new PageLink(
                texts.joined(List.of(texts.say(topic.heading()), texts.of(place.name()))),
                "/topics/" + topic.id() + "?area=" + place.id() + keeping);
    }
}
