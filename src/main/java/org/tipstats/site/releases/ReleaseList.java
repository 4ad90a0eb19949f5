package org.tipstats.site.releases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;

/** Lists the published releases. Also makes the sentence that says that a newer release exists. */
@Singleton
public final class ReleaseList {

    private final PublishedReleases published;
    private final ReleaseReader reader;

    ReleaseList(PublishedReleases published, ReleaseReader reader) {
        this.published = published;
        this.reader = reader;
    }

    /**
     * A release in the list.
     *
     * @param at the time of publication, ISO 8601
     * @param day the day of publication in words
     * @param latest true if there is no newer release
     */
    public record Listed(String id, String title, String at, String day, boolean latest) {}

    /** Returns all published releases, the newest first. */
    public List<Listed> list(PageTexts texts) {
        DayTexts days = texts.days();
        String latest = published.latest().map(ReleaseReference::id).orElse(null);
        return reader.list(Optional.empty()).stream()
                .map(release -> new Listed(
                        release.id(),
                        release.title(),
                        release.publishedAt().toString(),
                        days.day(release.publishedAt()),
                        release.id().equals(latest)))
                .toList();
    }

    /** Returns the sentence above a release that is not the latest. */
    public static String newer(String id, ReleaseReference latest, PageTexts texts) {
        return texts.say(
                "release.newer",
                Map.of(
                        "id", id,
                        "newer", latest.id(),
                        "date", texts.days().day(latest.publishedAt())));
    }
}
