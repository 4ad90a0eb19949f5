package org.tipstats.site.submit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.submit.SubmissionPages.Step;

/** Lists the steps of a submission: the past steps, the present step and the future steps. */
final class Steps {

    private final PageTexts t;
    private final DayTexts days;

    Steps(PageTexts t) {
        this.t = t;
        this.days = new DayTexts(t);
    }

    List<Step> of(SubmissionView view) {
        List<Step> steps = new ArrayList<>();
        steps.add(step("received", "done", view.submittedBy(), view.receivedAt(), null));
        List<SubmissionView.Step> history = view.statusHistory();
        for (int i = 0; i < history.size(); i++) {
            SubmissionView.Step each = history.get(i);
            boolean last = i == history.size() - 1;
            String state = !last || each.status() == SubmissionStatus.ACCEPTED ? "done" : "now";
            steps.add(step(each.status().name().toLowerCase(Locale.ROOT), state, each.by(), each.at(), each.comment()));
        }
        switch (view.status()) {
            case NEEDS_JUSTIFICATION -> {
                steps.add(later("submitted"));
                steps.add(later("accepted"));
            }
            case SUBMITTED -> steps.add(later("accepted"));
            default -> {}
        }
        return steps;
    }

    private Step step(String name, String state, String by, Instant at, String comment) {
        return new Step(t.say("upload.step." + name), state, by, at.toString(), days.time(at), comment);
    }

    private Step later(String name) {
        return new Step(t.say("upload.step." + name), "later", null, null, null, null);
    }
}
