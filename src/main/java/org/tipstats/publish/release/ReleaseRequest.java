package org.tipstats.publish.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.InputError;

/**
 * A request for a draft.
 *
 * @param embargoUntil nothing of the release is visible before this time; null for no embargo
 */
public record ReleaseRequest(String id, String title, String notes, Instant embargoUntil) {

    private static final String PLACE = "/api/v1/releases/";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_TITLE = 300;
    private static final int MAX_NOTES = 10_000;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    /** Returns the address of the future draft, or null if the request has errors. */
    public String address() {
        return faults().isEmpty() ? addressOf(id) : null;
    }

    /** Returns the address of a release. */
    static String addressOf(String id) {
        return PLACE + id;
    }

    /** Returns the id in the address of a release. */
    public static String idOf(String place) {
        return place.substring(PLACE.length());
    }

    /** Returns all errors of the request; empty if a draft can be made. */
    public List<InputError> faults() {
        List<InputError> faults = new ArrayList<>();
        if (id == null || !ID.matcher(id).matches()) {
            faults.add(InputError.pointer(
                    "/id",
                    id,
                    "A release id must have 1 to 64 letters, digits, dots, hyphens or underscores and begin with a letter"
                            + " or digit."));
        } else if (id.equals("latest")) {
            faults.add(InputError.pointer("/id", id, "\"latest\" always means the newest release."));
        }
        if (title == null || title.isBlank()) {
            faults.add(InputError.pointer("/title", title, "The title is missing."));
        } else if (title.length() > MAX_TITLE) {
            faults.add(tooLong("/title", title, MAX_TITLE));
        }
        if (notes != null && notes.length() > MAX_NOTES) {
            faults.add(tooLong("/notes", notes, MAX_NOTES));
        }
        if (embargoUntil != null && (embargoUntil.isBefore(FIRST) || embargoUntil.isAfter(LAST))) {
            faults.add(InputError.pointer(
                    "/embargoUntil", embargoUntil.toString(), "An embargo must end between the years 2000 and 2199."));
        }
        return faults;
    }

    private static InputError tooLong(String pointer, String text, int most) {
        return InputError.pointer(pointer, text, "The text is longer than " + most + " characters.");
    }
}
