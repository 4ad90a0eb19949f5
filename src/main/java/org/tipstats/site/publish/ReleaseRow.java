package org.tipstats.site.publish;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;

/**
 * A release in a list.
 *
 * @param at the time of its publication, past or planned; for a draft that of its creation; in ISO 8601
 * @param when the same in words
 */
record ReleaseRow(
        String id, String title, String status, String tone, String by, String at, String when, String address) {

    private static final Map<ReleaseStatus, String> TONES =
            Map.of(ReleaseStatus.DRAFT, "warning", ReleaseStatus.SCHEDULED, "info", ReleaseStatus.PUBLISHED, "good");

    static ReleaseRow of(ReleaseView release, PageTexts t) {
        Instant at = release.publishedAt() == null ? release.createdAt() : release.publishedAt();
        return new ReleaseRow(
                release.id(),
                release.title(),
                status(release.status(), t),
                TONES.get(release.status()),
                release.createdBy(),
                at.toString(),
                new DayTexts(t).time(at),
                address(release.id(), t));
    }

    static String status(ReleaseStatus status, PageTexts t) {
        return t.say("release.status." + status.name().toLowerCase(Locale.ROOT));
    }

    static String tone(ReleaseStatus status) {
        return TONES.get(status);
    }

    /** Returns the address of its page on the desk. */
    static String address(String id, PageTexts t) {
        return "/" + t.language() + Section.DRAFTS.path() + "/" + Addresses.encoded(id);
    }
}
