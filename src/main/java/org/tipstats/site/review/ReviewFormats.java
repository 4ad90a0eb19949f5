package org.tipstats.site.review;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewQueue;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;

/** Formats files under review. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
final class ReviewFormats {

    private ReviewFormats() {}

    /** Returns the time at which the file entered its present state. */
    static Instant since(SubmissionView file) {
        return ReviewQueue.since(file);
    }

    /** Returns the number of days that the file has waited, in words. */
    static String waiting(SubmissionView file, Instant now, PageTexts t) {
        return t.say("queue.days", "n", DayTexts.between(since(file), now));
    }

    /** Returns the number of figures that the file would change, in words. */
    static String size(Impact impact, PageTexts t) {
        return t.say(
                "queue.size.of",
                Map.of(
                        "added", t.numbers().whole(impact.added().size()),
                        "changed", t.numbers().whole(impact.changed().size()),
                        "removed", t.numbers().whole(impact.removed().size())));
    }

    /** Returns the explanations that are published with the values if the reviewer agrees. */
    static List<JustificationView> proposals(SubmissionView file) {
        return file.justifications().stream()
                .filter(given -> Boolean.TRUE.equals(given.footnote()))
                .toList();
    }

    /** Returns the heading of the table of changes. */
    static String changesHeading(SubmissionStatus status, PageTexts t) {
        return switch (status) {
            case ACCEPTED -> t.say("review.impact.accepted");
            case RETURNED, WITHDRAWN, INVALID -> t.say("review.impact.unused");
            default -> t.say("review.impact");
        };
    }

    /** Returns a sentence that confirms the decision on a file; null if there is no decision. */
    static String confirmation(SubmissionStatus status, PageTexts t) {
        return switch (status) {
            case ACCEPTED -> t.say("review.done.accepted");
            case RETURNED -> t.say("review.done.returned");
            default -> null;
        };
    }

    /**
     * Returns a sentence that says who must act, or, for an accepted file, in which releases its values are; null for a
     * withdrawn file.
     */
    static String nextStep(SubmissionStatus status, PageTexts t) {
        return switch (status) {
            case SUBMITTED -> t.say("timeline.next.reviewer");
            case NEEDS_JUSTIFICATION, RETURNED, INVALID -> t.say("timeline.next.sender");
            case ACCEPTED -> t.say("timeline.next.release");
            case WITHDRAWN -> null;
        };
    }
}
