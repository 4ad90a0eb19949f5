package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.ReleaseChapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pictures of the start page: the trend of the world, the map, and the doors to the topics. */
@Singleton
final class StartPictures {

    /**
     * The pictures.
     *
     * @param trend the detected victims of the world over time
     * @param profile the path of the world's profile, without the language
     * @param map the path of the map as a picture, without the language; null if the release has no rates
     * @param mapPage the path of the page with the map
     * @param topics the other topics with figures of the world
     */
    record Pictures(Chapter trend, String profile, String map, String mapPage, List<Door> topics) {}

    /** A topic and the path of its figures, without the language. */
    record Door(String heading, String address) {}

    private final SchemaRegistry schemas;
    private final AreaLists lists;
    private final ReleaseChapters chapters;

    StartPictures(SchemaRegistry schemas, AreaLists lists, ReleaseChapters chapters) {
        this.schemas = schemas;
        this.lists = lists;
        this.chapters = chapters;
    }

    /** Returns the pictures of a release; empty if it has no figures of the world. */
    Optional<Pictures> of(ReleaseReference release, PageTexts texts) {
        Code world = schemas.areas().areaGroups("WORLD").get(0);
        return Topic.VICTIMS
                .dataflow(schemas)
                .map(flow -> lists.figures(release, flow, world))
                .flatMap(figures -> chapters.of(release, texts)
                        .of(Topic.VICTIMS, figures)
                        .map(trend -> pictures(trend, figures, release, texts)));
    }

    private Pictures pictures(Chapter trend, FlowFigures figures, ReleaseReference release, PageTexts texts) {
        String profile = "/areas/" + figures.area().id();
        boolean rated = trend.years().stream().anyMatch(year -> figures.rate(year) != null);
        String query = figures.dataflow()
                .unit("RATE")
                .filter(unit -> rated)
                .map(rate -> query(figures.dataflow(), rate, release))
                .orElse(null);
        String data = "/data/" + figures.dataflow().id();
        return new Pictures(
                trend,
                profile,
                query == null ? null : data + "/map.svg" + query,
                query == null ? null : data + query + "&view=map",
                Arrays.stream(Topic.values())
                        .filter(topic -> topic != Topic.VICTIMS && isReported(topic, figures.area(), release))
                        .map(topic ->
                                new Door(texts.say("area." + topic.id() + ".heading"), profile + "#" + topic.id()))
                        .toList());
    }

    private boolean isReported(Topic topic, Code world, ReleaseReference release) {
        return topic.dataflow(schemas)
                .filter(flow -> lists.figures(release, flow, world).isReported())
                .isPresent();
    }

    /** Returns the query of the rates of all areas over all breakdowns. */
    private static String query(Dataflow dataflow, Code rate, ReleaseReference release) {
        Map<String, String> chosen = new LinkedHashMap<>();
        dataflow.structure().dimensions().forEach(dimension -> {
            if (dimension == dataflow.structure().unit()) {
                chosen.put(dimension.id(), rate.id());
            } else if (dimension == dataflow.structure().area()) {
                chosen.put(dimension.id(), "*");
            } else if (!dimension.isTime() && dimension.size() > 1) {
                FlowFigures.whole(dataflow, dimension).ifPresent(code -> chosen.put(dimension.id(), code.id()));
            }
        });
        chosen.put("release", release.id());
        return chosen.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Addresses.encoded(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }
}
