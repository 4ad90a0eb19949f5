package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/**
 * Passes the decisions of reviewers on to the service. If the service refuses a decision, a page explains why, so that
 * the reviewer reads the file again.
 */
@Singleton
record Decisions(ReviewService review, SubmissionReader reader) {

    /**
     * The values typed into the forms of a review, with the faults found in these values.
     *
     * @param agreed the ids of the proposed public comments that the reviewer ticked
     */
    record ReviewForm(String comment, String reason, Set<String> agreed, List<Fault> faults) {

        static final ReviewForm NONE = new ReviewForm("", "", Set.of(), List.of());

        static ReviewForm acceptance(String comment, List<String> agreed, PageTexts t) {
            String text = Site.typed(comment);
            return new ReviewForm(text, "", Set.copyOf(agreed), tooLong("comment", text, t));
        }

        static ReviewForm giveBack(String reason, PageTexts t) {
            String text = Site.typed(reason);
            List<Fault> faults = text.isEmpty()
                    ? List.of(new Fault("reason", t.say("review.return.missing")))
                    : tooLong("reason", text, t);
            return new ReviewForm("", text, Set.of(), faults);
        }

        private static List<Fault> tooLong(String field, String text, PageTexts t) {
            return text.length() > SubmissionTexts.MAX_CHARACTERS
                    ? List.of(new Fault(field, t.say("review.too-long", "n", SubmissionTexts.MAX_CHARACTERS)))
                    : List.of();
        }
    }

    /**
     * The reason why a decision was refused, and what to do next.
     *
     * @param read the hash of the file that the reviewer read; null if the file has not changed since then
     * @param present the present hash of the file
     * @param address the URL of the page to continue on
     */
    record RefusalPage(
            int status, String heading, String text, String next, String read, String present, String address) {}

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    /**
     * Accepts a file if it still has the hash that the reviewer read.
     *
     * @return the reason for a refusal; empty if the file was accepted
     */
    Optional<RefusalPage> accept(UUID id, String sha256, ReviewForm remarks, Actor by, PageTexts t) {
        String comment = remarks.comment().isEmpty() ? null : remarks.comment();
        List<String> agreed = remarks.agreed().stream().sorted().toList();
        return attempt(() -> review.accept(id, sha256, comment, agreed, by), id, sha256, by, t);
    }

    Optional<RefusalPage> giveBack(UUID id, ReviewForm remarks, Actor by, PageTexts t) {
        return attempt(() -> review.giveBack(id, remarks.reason(), by), id, null, by, t);
    }

    private Optional<RefusalPage> attempt(Runnable decision, UUID id, String sha256, Actor by, PageTexts t) {
        try {
            decision.run();
            return Optional.empty();
        } catch (ProblemException e) {
            int status = e.problem().status();
            if (!Set.of(FORBIDDEN, CONFLICT, PRECONDITION_FAILED).contains(status)) {
                throw e;
            }
            return Optional.of(refusal(status, reader.get(id, by), sha256, t));
        }
    }

    private static RefusalPage refusal(int status, SubmissionView view, String sha256, PageTexts t) {
        String key = status == FORBIDDEN ? "own" : status == CONFLICT ? "decided" : "stale";
        SubmissionView.Step last = view.statusHistory().get(view.statusHistory().size() - 1);
        String text = status == CONFLICT
                ? t.say(
                        "review.refused.decided.text",
                        Map.of(
                                "status", FileWords.status(last.status(), t),
                                "name", last.by(),
                                "time", t.days().time(last.at())))
                : t.say("review.refused." + key + ".text");
        return new RefusalPage(
                status,
                t.say("review.refused." + key + ".heading"),
                text,
                t.say("review.refused." + key + ".next"),
                status == PRECONDITION_FAILED ? sha256 : null,
                view.sha256(),
                "/" + t.language() + Section.QUEUE.path() + "/" + view.id());
    }
}
