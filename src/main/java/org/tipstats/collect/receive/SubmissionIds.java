package org.tipstats.collect.receive;

import java.util.UUID;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.ProblemException;

/** Ids in addresses: what is none is answered like an unknown one. */
public final class SubmissionIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private SubmissionIds() {}

    /** The id that an address has; 404 for what is none. */
    public static UUID read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw ProblemException.notFound("submission");
        }
        return UUID.fromString(text);
    }
}
