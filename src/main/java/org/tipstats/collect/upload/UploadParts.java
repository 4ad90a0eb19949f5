package org.tipstats.collect.upload;

import java.util.List;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;

/** Reads the parts of a multipart body. */
public final class UploadParts {

    private UploadParts() {}

    /**
     * Returns the only file of a form.
     *
     * @throws ProblemException 400 if the form has no file or several
     */
    public static <T> T required(List<T> files) {
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
