package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.ReleaseChapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.topics.AnswerPages;
import org.tipstats.site.topics.AnswerTopic;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pictures of the start page: the trend of the world, the map, and the links to the topics. */
@Singleton
record StartPictures(SchemaRegistry schemas, AreaLists lists, ReleaseChapters chapters, AnswerPages answers) {

    /**
     * The pictures.
     *
     * @param trend the detected victims of the world over time
     * @param profile the path of the world's profile, without the language
     * @param map the path of the map as a picture, without the language; null if the release has no rate of the world
     * @param mapPage the path of the page with the map; null if the release has no rate of the world
     * @param topics the topics with figures of the world
     */
    record Pictures(Chapter trend, String profile, String map, String mapPage, List<AnswerTopic> topics) {}

    /** Returns the pictures of a release; empty if the release has no figures of the world. */
    Optional<Pictures> of(ReleaseReference release, PageTexts texts) {
        Code world = schemas.areas().areaGroups("WORLD").get(0);
        return Topic.VICTIMS
                .dataflow(schemas)
                .map(flow -> lists.figures(release, flow, world))
                .flatMap(figures -> chapters.of(release, false, texts)
                        .of(Topic.VICTIMS, figures)
                        .map(trend -> pictures(trend, figures, release, texts)));
    }

    private Pictures pictures(Chapter trend, FlowFigures figures, ReleaseReference release, PageTexts texts) {
        String profile = "/areas/" + figures.area().id();
        String query =
                new SourceReference(release, texts).map(figures, null, null).orElse(null);
        String data = "/data/" + figures.dataflow().id();
        return new Pictures(
                trend,
                profile,
                query == null ? null : data + "/map.svg" + query,
                query == null ? null : data + query + "&view=map",
                answers.topics(release, figures.area()));
    }
}
