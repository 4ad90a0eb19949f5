package org.tipstats.site.publish;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The contents of the form for a draft, with their faults.
 *
 * @param embargo a day and time in UTC as the browser writes it; empty if there is none
 */
record DraftForm(String id, String title, String notes, String embargo, List<Fault> faults) {

    static final DraftForm EMPTY = new DraftForm("", "", "", "", List.of());

    /**
     * Checks the contents.
     *
     * @param taken true if a release already has the id
     */
    static DraftForm of(String id, String title, String notes, String embargo, boolean taken, PageTexts t) {
        DraftForm typed = new DraftForm(text(id), text(title), text(notes), text(embargo), List.of());
        List<Fault> faults = new ArrayList<>();
        ReleaseRequest request = null;
        try {
            request = typed.request();
        } catch (DateTimeException e) {
            faults.add(new Fault("embargo", t.say("draft.fault.embargo")));
            request = new ReleaseRequest(typed.id, typed.title, typed.notes, null);
        }
        for (InputError error : request.faults()) {
            String field = error.pointer().equals("/embargoUntil")
                    ? "embargo"
                    : error.pointer().substring(1).toLowerCase(Locale.ROOT);
            boolean missing = field.equals("title") && typed.title.isEmpty();
            faults.add(new Fault(field, t.say("draft.fault." + (missing ? "untitled" : field))));
        }
        if (taken) {
            faults.add(new Fault("id", t.say("draft.fault.taken")));
        }
        return new DraftForm(typed.id, typed.title, typed.notes, typed.embargo, faults);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /**
     * Makes the request for the service.
     *
     * @throws DateTimeException if the day and time are not valid
     */
    ReleaseRequest request() {
        return new ReleaseRequest(
                id,
                title,
                notes.isEmpty() ? null : notes,
                embargo.isEmpty() ? null : LocalDateTime.parse(embargo).toInstant(ZoneOffset.UTC));
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
