package org.tipstats.submission;

import java.util.List;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;

/** Parts of a multipart body. */
final class UploadParts {

    private UploadParts() {}

    /** The one file of a form. */
    static <T> T required(List<T> files) {
        if (files == null || files.isEmpty()) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/file", null, "The form has no part \"file\" with the file.", List.of("file"))));
        }
        if (files.size() > 1) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/file", null, "The form has " + files.size() + " files. Send them one by one.")));
        }
        return files.get(0);
    }
}
