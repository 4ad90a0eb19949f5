package org.tipstats.validate.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Times whole validations of files with ten columns. Arguments: number of rows, then any of {@code clean} (no faults),
 * {@code wrong} (an unknown code in each row), {@code different} (a different unknown code each time), {@code
 * annotated} (also writes the annotated file).
 */
final class ValidationTiming {

    /** Several threads share the work, so the time of all of them counts. */
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final int rows;
    private final Set<String> options;
    private final Dataflow dataflow = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private ValidationTiming(int rows, List<String> options) {
        this.rows = rows;
        this.options = Set.copyOf(options);
    }

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        new ValidationTiming(rows, List.of(arguments).subList(1, arguments.length)).run();
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("timing");
        Path file = write(folder.resolve("timing.csv"));
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            long before = SYSTEM.getProcessCpuTime();
            ValidationRequest request = ValidationRequest.anonymous(Given.SCHEMAS, dataflow, Given.CURRENT_YEAR);
            Validation validation = new Validator().validate(file, "timing.csv", request);
            OutputStream none = OutputStream.nullOutputStream();
            new ReportWriter(dataflow, "en").write(validation.report(), validation.findings(), null, none);
            if (options.contains("annotated")) {
                new AnnotatedCsv(dataflow, "en")
                        .write(ReceivedTable.of(file, dataflow), validation.report(), validation.findings(), none);
            }
            long cpu = SYSTEM.getProcessCpuTime() - before;
            System.out.printf(
                    "%s %d rows, %d MB, %d findings: %d ms (%d ms on the processor)%n",
                    options,
                    validation.report().file().rows(),
                    Files.size(file) >> 20,
                    validation.report().findingsTotal(),
                    (System.nanoTime() - start) / 1_000_000,
                    cpu / 1_000_000);
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private Path write(Path file) throws IOException {
        List<String> areas = dataflow.structure().area().codes().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .map(Code::id)
                .toList();
        CodeList sexes = Given.SCHEMAS.codeList("CL_SEX").orElseThrow();
        CodeList ages = Given.SCHEMAS.codeList("CL_AGE").orElseThrow();
        CodeList forms = Given.SCHEMAS.codeList("CL_EXPLOITATION").orElseThrow();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT\n");
            for (int i = 0; i < rows; i++) {
                int rest = i;
                String sex = sexes.at(rest % 5).id();
                rest /= 5;
                String age = ages.at(rest % 12).id();
                rest /= 12;
                String form = forms.at(rest % 25).id();
                rest /= 25;
                String area = areas.get(rest % areas.size());
                int year = 2000 + rest / areas.size() % 26;
                if (options.contains("wrong")) {
                    sex = options.contains("different") ? "female " + i : "W";
                }
                out.write("A," + area + "," + sex + "," + age + "," + form + ",NUMBER," + year + ","
                        + (options.contains("clean") ? 0 : i % 40) + ",A,a note\n");
            }
        }
        return file;
    }
}
