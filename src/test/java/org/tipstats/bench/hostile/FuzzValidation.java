package org.tipstats.bench.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
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
                try (ValidatedRows rows = ValidatedRows.open(file, VICTIMS)) {
                    rows.forEachRemaining(row -> {});
                }
            }
        }
    }
}
