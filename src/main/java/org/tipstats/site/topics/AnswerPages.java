package org.tipstats.site.topics;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.EmbedCode;
import org.tipstats.site.explore.ExplorerService;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Makes the answers of topics and briefs from the figures of a release. */
@Singleton
public final class AnswerPages {

    private final AnswerSources sources;
    private final ExplorerService explorer;

    AnswerPages(AnswerSources sources, ExplorerService explorer) {
        this.sources = sources;
        this.explorer = explorer;
    }

    /** Returns the release that a page shows, as {@link PublishedReleases#shown} does. */
    Optional<ReleaseReference> release(String id) {
        return sources.published().shown(id);
    }

    /**
     * Returns the area with this code; the world if the code is null or empty.
     *
     * @throws ProblemException 404 if there is no such area
     */
    Code area(String id) {
        return id == null || id.isEmpty()
                ? sources.schemas().areas().areaGroups("WORLD").get(0)
                : sources.schemas().areas().find(id).orElseThrow(() -> ProblemException.notFound("area"));
    }

    /**
     * Returns the groups of areas, then the single areas with figures and the chosen area, in the order of their names.
     * Marks the chosen area.
     */
    List<Choice> choices(ReleaseReference release, Code chosen, PageTexts texts) {
        CodeList areas = sources.schemas().areas();
        Stream<Code> groups = areas.codes().stream().filter(Code::isAreaGroup);
        List<Code> single = areas.singleAreas().stream()
                .filter(code -> code.equals(chosen)
                        || sources.lists().reporting(release).get(code.position()))
                .toList();
        return Stream.concat(groups, texts.byName(single).stream())
                .map(code -> new Choice(code.id(), texts.of(code.name()), code.equals(chosen)))
                .toList();
    }

    /**
     * Makes the answer of a topic, or a brief, on an area.
     *
     * @param topic null for a brief: the total of the area, the main shares, the stages of proceedings, and the main
     *     citizenships
     * @param width the width of the charts of shares
     */
    Answer answer(ReleaseReference release, AnswerTopic topic, Code area, int width, PageTexts texts) {
        AnswerMaker maker = new AnswerMaker(sources, new Edition(release, sources.series(), width, texts), area);
        return topic == null ? maker.brief() : maker.topic(topic);
    }

    /**
     * Returns the HTML code that embeds a chart of the answer: the first chart that the explorer can show. Returns null
     * if the explorer can show none of the charts, for example because the only chart is that of the coverage.
     */
    EmbedCode embed(Answer answer, String service, PageTexts texts) {
        return answer.charts().stream()
                .filter(chart -> chart.explorer() != null
                        && chart.explorer().contains(Section.DATA.path() + "/")
                        && chart.drawing() != null)
                .findFirst()
                .map(chart -> EmbedCode.path(chart.explorer(), answer.release().id()))
                .map(path -> EmbedCode.of(service + path, explorer.title(path, texts)))
                .orElse(null);
    }

    /** Returns the topics that have figures of an area in a release, and all topics without chapters. */
    public List<AnswerTopic> topics(ReleaseReference release, Code area) {
        return sources.topics(release, area);
    }
}
