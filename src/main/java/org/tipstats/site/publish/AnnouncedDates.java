package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tipstats.disseminate.calendar.CalendarEntry;
import org.tipstats.disseminate.calendar.CalendarEntry.State;
import org.tipstats.disseminate.calendar.CalendarService;
import org.tipstats.platform.access.Actor;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;

/** Compares the day on which a release becomes public with the day that the calendar announces for it. */
@Singleton
record AnnouncedDates(CalendarService calendar) {

    /**
     * Returns a sentence if the release is not public yet and the calendar announces it for a day other than its day of
     * publication; null otherwise. A draft without an embargo in the future has today as its day of publication.
     */
    String difference(ReleaseView release, Instant now, Actor who, PageTexts t) {
        if (release.status().isFinal()) {
            return null;
        }
        Instant at = Optional.ofNullable(ReleaseFormats.publicAt(release, now)).orElse(now);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return calendar.list(Optional.of(who)).stream()
                .filter(date -> date.state() == State.ANNOUNCED && release.id().equals(date.release()))
                .map(CalendarEntry::date)
                .filter(date -> !date.equals(day))
                .findFirst()
                .map(date -> t.say("release.announced", "date", Formats.day(date, t)))
                .orElse(null);
    }
}
