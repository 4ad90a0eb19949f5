package org.tipstats.submission;

import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;

/** Parts of a multipart body. */
final class UploadParts {

    private UploadParts() {}

    static FileUpload required(FileUpload file) {
        if (file == null) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/file", null, "The form has no part \"file\" with the file in it.", List.of("file"))));
        }
        return file;
    }
}
