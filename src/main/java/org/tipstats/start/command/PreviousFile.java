package org.tipstats.start.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Reads a file that was accepted before, and uses its rows as the data in force. */
final class PreviousFile {

    private PreviousFile() {}

    /**
     * Reads the whole file. Returns empty if the file has errors, because a file with errors cannot have been accepted.
     */
    static Optional<Baseline> read(Path file, ValidationRequest like) throws IOException {
        Dataflow dataflow = like.dataflow();
        ValidationRequest request = ValidationRequest.anonymous(like.schemas(), dataflow, like.currentYear());
        if (!new Validator()
                .validate(file, file.getFileName().toString(), request)
                .report()
                .valid()) {
            return Optional.empty();
        }
        List<Observation> held = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(file, dataflow)) {
            rows.forEachRemaining(row -> {
                if (row.action() != Action.DELETE) {
                    held.add(observation(row));
                }
            });
        }
        return Optional.of((asked, areas) -> asked.id().equals(dataflow.id()) ? held : List.of());
    }

    private static Observation observation(ValidatedRow row) {
        return new Observation(
                row.packed(),
                row.value() == null ? null : BigDecimal.valueOf(row.value()),
                row.status(),
                row.confidentiality(),
                row.attributes(),
                null);
    }
}
