package org.tipstats.site.review;

import java.util.List;
import java.util.Set;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The contents of the forms of a review, with their faults.
 *
 * @param agreed the ids of the proposed public comments that are ticked
 */
record ReviewForm(String comment, String reason, Set<String> agreed, List<Fault> faults) {

    static final ReviewForm NONE = new ReviewForm("", "", Set.of(), List.of());

    static ReviewForm acceptance(String comment, List<String> agreed, PageTexts t) {
        String text = comment == null ? "" : comment.strip();
        Set<String> ids = agreed == null ? Set.of() : Set.copyOf(agreed);
        return new ReviewForm(text, "", ids, tooLong("comment", text, t));
    }

    static ReviewForm giveBack(String reason, PageTexts t) {
        String text = reason == null ? "" : reason.strip();
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

    /** Returns the fault of a field; null if there is none. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
