package org.tipstats.site.topics;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.tipstats.disseminate.comparison.FlowService;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.ReleaseChapters;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The sources of the figures in answers. */
@Singleton
record AnswerSources(
        SchemaRegistry schemas,
        PublishedReleases published,
        AreaLists lists,
        ReleaseChapters chapters,
        SeriesService series,
        CoverageService coverage,
        FlowService flows) {

    /** Returns the topics that have figures of an area in a release, and all topics without chapters. */
    List<AnswerTopic> topics(ReleaseReference release, Code area) {
        return Arrays.stream(AnswerTopic.values())
                .filter(topic -> topic.chapters().isEmpty()
                        || topic.chapters().stream()
                                .flatMap(chapter -> chapter.dataflow(schemas).stream())
                                .anyMatch(flow ->
                                        lists.figures(release, flow, area).isReported()))
                .toList();
    }
}
