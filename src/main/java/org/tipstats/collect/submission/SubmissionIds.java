package org.tipstats.collect.submission;

import java.util.UUID;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.ProblemException;

/** Reads submission ids in URLs. An id that is not valid is answered like an unknown id. */
public final class SubmissionIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private SubmissionIds() {}

    /**
     * Returns the id that a URL contains.
     *
     * @throws ProblemException 404 if the text is not a valid id
     */
    public static UUID read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw ProblemException.notFound("submission");
        }
        return UUID.fromString(text);
    }
}
