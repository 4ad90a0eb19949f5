package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Role;
import org.tipstats.publish.checks.ReleaseChecks;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseStatus;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.publish.ReleasePage.Count;

/** Makes the pages of releases on the desk. */
@Singleton
final class ReleasePages {

    private final ReleaseReader reader;
    private final Frames frames;
    private final Clock clock;

    ReleasePages(ReleaseReader reader, Frames frames, Clock clock) {
        this.reader = reader;
        this.frames = frames;
        this.clock = clock;
    }

    /** Lists the published or the unpublished releases. */
    List<ReleaseRow> rows(boolean published, Actor who, PageTexts t) {
        return reader.list(Optional.of(who)).stream()
                .filter(release -> published == (release.status() == ReleaseStatus.PUBLISHED))
                .map(release -> ReleaseRow.of(release, t))
                .toList();
    }

    /** Returns the ids of all releases that the person may see. */
    Set<String> taken(Actor who) {
        return reader.list(Optional.of(who)).stream().map(ReleaseView::id).collect(Collectors.toSet());
    }

    boolean isTaken(String id, Actor who) {
        return taken(who).contains(id);
    }

    boolean isDraft(String id, Actor who) {
        return reader.list(Optional.of(who)).stream()
                .anyMatch(release -> release.id().equals(id) && release.status() == ReleaseStatus.DRAFT);
    }

    boolean isMadeBy(String id, Actor who) {
        return reader.isCreatedBy(id, who);
    }

    ReleasePage page(String id, Actor who, PageTexts t, List<Fault> faults) {
        ReleaseView release = reader.get(id, Optional.of(who));
        ReleaseChecks checks = reader.checks(id);
        CheckRows rows = CheckRows.of(checks, t);
        boolean draft = release.status() == ReleaseStatus.DRAFT;
        return new ReleasePage(
                ReleaseRow.of(release, t),
                release.notes(),
                release.contentHash(),
                schedule(release, t),
                publicAt(release),
                rows,
                changes(id, who, t),
                draft ? dead(id, checks, rows, who, t) : null,
                release.status() == ReleaseStatus.PUBLISHED
                        ? "/" + t.language() + Section.RELEASES.path() + "/" + Addresses.encoded(id)
                        : null,
                release.status() != ReleaseStatus.PUBLISHED,
                draft,
                faults);
    }

    private String dead(String id, ReleaseChecks checks, CheckRows rows, Actor who, PageTexts t) {
        if (!who.may(Role.PUBLISHER)) {
            return t.say("release.dead.role");
        }
        if (reader.isCreatedBy(id, who)) {
            return t.say("release.dead.own");
        }
        return checks.publishable()
                ? null
                : t.say("release.dead.checks", "n", rows.stopping().size());
    }

    private String schedule(ReleaseView release, PageTexts t) {
        DayTexts days = new DayTexts(t);
        Instant now = clock.instant();
        return switch (release.status()) {
            case PUBLISHED -> t.say("release.schedule.published", "time", days.time(release.publishedAt()));
            case SCHEDULED ->
                t.say(
                        "release.schedule.scheduled",
                        Map.of("time", days.time(release.publishedAt()), "n", days(now, release.publishedAt())));
            case DRAFT ->
                release.embargoUntil() == null || !release.embargoUntil().isAfter(now)
                        ? t.say("release.schedule.at-once")
                        : t.say(
                                "release.schedule.embargo",
                                Map.of(
                                        "time",
                                        days.time(release.embargoUntil()),
                                        "n",
                                        days(now, release.embargoUntil())));
        };
    }

    private String publicAt(ReleaseView release) {
        Instant at = release.status() == ReleaseStatus.DRAFT ? release.embargoUntil() : release.publishedAt();
        return at == null || !at.isAfter(clock.instant()) ? null : at.toString();
    }

    private static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private List<Count> changes(String id, Actor who, PageTexts t) {
        Map<ReleaseChange.Kind, Long> counts = new TreeMap<>();
        reader.changes(id, null, Optional.of(who)).forEach(change -> counts.merge(change.change(), 1L, Long::sum));
        NumberTexts numbers = new NumberTexts(t);
        return counts.entrySet().stream()
                .map(kind -> new Count(t.say("release.change." + kind.getKey().word()), numbers.whole(kind.getValue())))
                .toList();
    }
}
