package org.tipstats.collect.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.platform.access.Actor;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;

/** Checks files without keeping them. */
@ApplicationScoped
public class FileCheckService {

    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final ReportFormats forms;

    FileCheckService(UploadReceiver receiver, ValidationService validations, ReportFormats forms) {
        this.receiver = receiver;
        this.validations = validations;
        this.forms = forms;
    }

    /**
     * Receives and validates a file, passes the file and its report to a function, then deletes both. Answers 413 and
     * 429 in the same cases as for submitted files.
     *
     * @param progress receives the progress of the validation
     */
    public <T> T of(Upload upload, Optional<Actor> actor, Progress progress, Function<ValidatedFile, T> use) {
        return receiver.with(upload.body(), upload.fileName(), upload.mediaType(), file -> {
            try (Validation validation =
                    validations.validate(file, upload.dataflow(), upload.mode(), actor, progress)) {
                return use.apply(new ValidatedFile(
                        forms,
                        file.path(),
                        file.fileName(),
                        upload.dataflow(),
                        validation.report(),
                        () -> validation.findings(0)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
