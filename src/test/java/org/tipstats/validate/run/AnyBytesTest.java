package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;

/** Validates damaged copies of the sample files. Any bytes must give a report in all its forms. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class AnyBytesTest {

    private static final byte[] TROUBLE = "\"\"\"\n\r\t,;|'=\u0000\u00ff<5%(:A".getBytes(StandardCharsets.ISO_8859_1);

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("sample-data/rejected"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                samples.add(Files.readAllBytes(file));
            }
        }
        return samples;
    }

    private static byte[] damaged(byte[] sample, Random random) {
        byte[] bytes = sample.clone();
        for (int i = 0; i < 1 + random.nextInt(6) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = TROUBLE[random.nextInt(TROUBLE.length)];
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    @Test
    void whateverTheBytesThereIsAReportInAllItsForms() throws IOException {
        Random random = new Random(7);
        List<byte[]> samples = samples();
        for (int round = 0; round < 4; round++) {
            for (byte[] sample : samples) {
                Given given = Given.bytes(damaged(sample, random)).from("AUT");
                String report = report(given);
                assertFalse(report.contains("\"message\":\"\""), report);
                assertFalse(report.contains("\"fix\":\"\""), report);
                assertEquals(report, report(given));
            }
        }
    }

    private static String report(Given given) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ReportWriter(given.flow(), "en").write(validation.report(), validation.findings(), null, out);
            new AnnotatedCsv(given.flow(), "en")
                    .write(ReceivedTable.of(file, given.flow()), validation.report(), validation.findings(), out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }
}
