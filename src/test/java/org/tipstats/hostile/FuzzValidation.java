package org.tipstats.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.tipstats.validate.findings.AnnotatedCsv;
import org.tipstats.validate.findings.ReportWriter;
import org.tipstats.validate.rule.ReceivedTable;
import org.tipstats.validate.rule.SubmissionRows;
import org.tipstats.validate.rule.Validation;
import org.tipstats.validate.rule.ValidationRequest;
import org.tipstats.validate.rule.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Validates any bytes, writes the report in two forms, and reads what would be stored if nothing blocks the file. */
public final class FuzzValidation {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Dataflow VICTIMS = SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private FuzzValidation() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = FuzzInput.file(bytes);
        ValidationRequest request = ValidationRequest.anonymous(SCHEMAS, VICTIMS, 2026, file.getParent());
        try (Validation validation = new Validator().validate(file, "fuzz", request)) {
            OutputStream out = OutputStream.nullOutputStream();
            new ReportWriter(VICTIMS, "en").write(validation.report(), validation.findings(0), null, out);
            new AnnotatedCsv(VICTIMS, "en")
                    .write(ReceivedTable.of(file, VICTIMS), validation.report(), validation.findings(0), out);
            if (validation.report().valid()) {
                try (SubmissionRows rows = SubmissionRows.open(file, VICTIMS)) {
                    rows.forEachRemaining(row -> {});
                }
            }
        }
    }
}
