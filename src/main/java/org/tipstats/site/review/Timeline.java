package org.tipstats.site.review;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;

/**
 * The steps of a file so far, and who must act next.
 *
 * @param next a sentence that says who must act; null if nobody must act
 */
record Timeline(List<Step> steps, String next) {

    /**
     * A step.
     *
     * @param at the time of the step in ISO 8601
     * @param said the comment on the step, for example the reason for a return; null if there is no comment
     */
    record Step(String what, String at, String when, String by, String said, boolean last) {}

    static Timeline of(SubmissionView view, PageTexts t) {
        DayTexts days = new DayTexts(t);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                t.say("timeline.received"),
                view.receivedAt().toString(),
                days.time(view.receivedAt()),
                view.submittedBy(),
                null,
                false));
        List<SubmissionView.Step> history = view.statusHistory();
        for (int i = 0; i < history.size(); i++) {
            SubmissionView.Step step = history.get(i);
            steps.add(new Step(
                    FileWords.status(step.status(), t),
                    step.at().toString(),
                    days.time(step.at()),
                    step.by(),
                    step.comment(),
                    i == history.size() - 1));
        }
        return new Timeline(steps, next(view.status(), t));
    }

    private static String next(SubmissionStatus status, PageTexts t) {
        return switch (status) {
            case SUBMITTED -> t.say("timeline.next.reviewer");
            case NEEDS_JUSTIFICATION, RETURNED, INVALID -> t.say("timeline.next.sender");
            case ACCEPTED -> t.say("timeline.next.release");
            case WITHDRAWN -> null;
        };
    }
}
