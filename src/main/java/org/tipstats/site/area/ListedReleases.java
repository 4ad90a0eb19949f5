package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;

/** The releases that everyone may read, as pages list them and tell that there is a newer one. */
@Singleton
public final class ListedReleases {

    private final PublishedReleases published;
    private final ReleaseReader reader;

    ListedReleases(PublishedReleases published, ReleaseReader reader) {
        this.published = published;
        this.reader = reader;
    }

    /**
     * A release in a list.
     *
     * @param at when it was published, ISO 8601
     * @param day the same in words
     * @param latest whether there is no newer one
     */
    public record Listed(String id, String title, String at, String day, boolean latest) {}

    /** All of them, the newest first. */
    public List<Listed> list(PageTexts texts) {
        DayTexts days = new DayTexts(texts);
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

    /** What stands above a release that is not the latest, in a sentence. */
    public static String newer(String id, ReleaseReference latest, PageTexts texts) {
        return texts.say(
                "release.newer",
                Map.of(
                        "id", id,
                        "newer", latest.id(),
                        "date", new DayTexts(texts).day(latest.publishedAt())));
    }
}
