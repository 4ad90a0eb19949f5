package org.tipstats.site.publish;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;

/** Formats releases, checks and jobs. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
final class ReleaseFormats {

    private static final int MAX_ITEMS = 20;

    private static final Map<ReleaseStatus, String> TONES = Map.of(
            ReleaseStatus.DRAFT, "warning",
            ReleaseStatus.SCHEDULED, "info",
            ReleaseStatus.PUBLISHED, "good",
            ReleaseStatus.WITHDRAWN, "error");

    private ReleaseFormats() {}

    static String text(ReleaseStatus status, PageTexts t) {
        return t.say("release.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the CSS class of a status. */
    static String tone(ReleaseStatus status) {
        return TONES.get(status);
    }

    /** Returns the URL of the release's page on the desk. */
    static String address(ReleaseView release, PageTexts t) {
        return ReleaseDeskResource.address(release.id(), t);
    }

    /** Returns the past or planned time of publication; for a draft, returns the time of creation. */
    static Instant at(ReleaseView release) {
        return release.publishedAt() == null ? release.createdAt() : release.publishedAt();
    }

    /** Returns the time at which the release becomes public; null if there is no such time in the future. */
    static Instant publicAt(ReleaseView release, Instant now) {
        Instant at = release.status() == ReleaseStatus.DRAFT ? release.embargoUntil() : release.publishedAt();
        return at == null || !at.isAfter(now) ? null : at;
    }

    /** Returns a sentence that says when the release becomes or became public, or when it was withdrawn. */
    static String schedule(ReleaseView release, Instant now, PageTexts t) {
        if (release.status() == ReleaseStatus.PUBLISHED) {
            return t.say("release.schedule.published", "time", t.days().time(release.publishedAt()));
        }
        if (release.status() == ReleaseStatus.WITHDRAWN) {
            return t.say(
                    "release.schedule.withdrawn",
                    "time",
                    t.days().time(release.withdrawal().withdrawnAt()));
        }
        boolean draft = release.status() == ReleaseStatus.DRAFT;
        Instant at = draft ? publicAt(release, now) : release.publishedAt();
        return at == null
                ? t.say("release.schedule.at-once")
                : t.say(
                        draft ? "release.schedule.embargo" : "release.schedule.scheduled",
                        "time",
                        t.days().time(at),
                        "n",
                        DayTexts.between(now, at));
    }

    static String text(ReleaseChange.Kind kind, PageTexts t) {
        return t.say("release.change." + kind.word());
    }

    /**
     * Returns the checks with the given outcome: {@code passed}, {@code warning} or {@code blocking}. Leaves out the
     * check of the time that the service took, because publishers do not judge this time.
     */
    static List<ReleaseCheck> with(ReleaseChecks checks, String outcome) {
        return checks.checks().stream()
                .filter(check ->
                        check.outcome().word().equals(outcome) && !check.id().equals("protection-cost"))
                .toList();
    }

    static String question(ReleaseCheck check, PageTexts t) {
        return t.say("check." + check.id());
    }

    /** Returns the number of findings in words; null for a check that passed or has no findings. */
    static String findings(ReleaseCheck check, PageTexts t) {
        return check.count() > 0 && check.outcome() != ReleaseCheck.Outcome.PASSED
                ? t.say("checks.count", "n", check.count())
                : null;
    }

    /** Returns the first findings of a check. A finding is a text of names and values. */
    static List<String> firstItems(ReleaseCheck check) {
        return check.items().stream()
                .limit(MAX_ITEMS)
                .map(item -> item.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(" · ")))
                .toList();
    }

    /** Returns the number of findings that {@link #firstItems} leaves out. */
    static long rest(ReleaseCheck check) {
        return check.count() - Math.min(MAX_ITEMS, check.items().size());
    }

    /** Returns the numbers of withheld figures, one item for each dataflow. */
    static List<Map<String, Object>> withheld(ReleaseChecks checks) {
        return LossTables.items(checks, "withheld");
    }

    static String number(Map<String, Object> item, String name, PageTexts t) {
        return t.numbers().exact(new BigDecimal(String.valueOf(item.get(name))));
    }

    /** Returns the id of the release that a job makes. */
    static String release(UnansweredJob job) {
        return ReleaseRequest.idOf(job.place());
    }
}
