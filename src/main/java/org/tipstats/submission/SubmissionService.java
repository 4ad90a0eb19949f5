package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.Dataflow;
import org.tipstats.validation.Validation;

/** Takes files in: validates them, then keeps them in one transaction. */
@ApplicationScoped
public class SubmissionService {

    private static final int LONGEST_KEY = 255;

    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final StorageService storage;

    SubmissionService(UploadReceiver receiver, ValidationService validations, StorageService storage) {
        this.receiver = receiver;
        this.validations = validations;
        this.storage = storage;
    }

    /**
     * Takes a file in. Whatever is wrong with its content is in its report; it is kept even so, unless it looks like
     * records of persons.
     *
     * @param fileName as the sender calls it, or null
     * @param key the Idempotency-Key, or null
     */
    public Reception receive(
            InputStream body, String fileName, String mediaType, Dataflow dataflow, Mode mode, String key, Actor actor) {
        requireRole(dataflow, actor);
        requireKey(key);
        try (UploadReceiver.Place place = receiver.enter();
                ReceivedFile file = receiver.receive(body, fileName, mediaType)) {
            return receive(file, dataflow, mode, key, actor);
        }
    }

    private Reception receive(ReceivedFile file, Dataflow dataflow, Mode mode, String key, Actor actor) {
        Optional<Reception> before = storage.before(file, dataflow, mode, key, actor);
        if (before.isPresent()) {
            return before.get();
        }
        try (Validation validation = validations.validate(file, dataflow, mode, Optional.of(actor))) {
            Submitted submitted = new Submitted(
                    dataflow, mode, List.copyOf(validation.areas()), List.copyOf(validation.periods()));
            return validation.report().found("case-level-data")
                    ? storage.refuse(file, submitted, key, actor)
                    : storage.keep(file, submitted, validation, key, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireRole(Dataflow dataflow, Actor actor) {
        Role needed = dataflow.isReference() ? Role.ADMINISTRATOR : Role.SUBMITTER;
        if (!actor.may(needed)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Files of " + dataflow.id() + " are sent by accounts with the role "
                            + needed.id() + ".");
        }
    }

    private static void requireKey(String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.parameter(
                    "Idempotency-Key", key, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.", List.of());
        }
    }
}
