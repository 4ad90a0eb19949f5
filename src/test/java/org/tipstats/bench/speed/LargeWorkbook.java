package org.tipstats.bench.speed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.tipstats.files.csv.CsvTable.CsvRecords;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Validates a workbook of the largest allowed size: full cubes of victims with a comment in each row that cannot be
 * compressed. Arguments: rows, and a folder for the files.
 */
final class LargeWorkbook {

    private static final int COMMENT = 4;

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
    private final int rows;
    private final Path folder;

    private LargeWorkbook(int rows, Path folder) {
        this.rows = rows;
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        new LargeWorkbook(Integer.parseInt(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws IOException {
        for (FullCubes.Kind kind : FullCubes.Kind.values()) {
            Path csv = new FullCubes(victims, rows, kind).write(folder.resolve(kind + ".csv"));
            Path workbook = copy(csv, folder.resolve(kind + ".xlsx"));
            peak();
            for (int round = 0; round < 2; round++) {
                validate(kind, workbook);
            }
        }
    }

    private static Path copy(Path csv, Path workbook) throws IOException {
        Random random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(workbook));
                WorkbookWriter writer = new WorkbookWriter(out, "Victims");
                Reader in = Files.newBufferedReader(csv)) {
            SheetWriter sheet = writer.sheet("Data");
            CsvRecords.forEach(in, cells -> {
                try {
                    sheet.row();
                    for (String cell : cells) {
                        sheet.text(cell);
                    }
                    sheet.text(cells[0].equals("FREQ") ? "COMMENT" : comment(random));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return workbook;
    }

    private static String comment(Random random) {
        StringBuilder comment = new StringBuilder("note");
        for (int i = 0; i < COMMENT; i++) {
            comment.append(' ').append(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
        }
        return comment.toString();
    }

    private void validate(FullCubes.Kind kind, Path workbook) throws IOException {
        ValidationRequest request = ValidationRequest.anonymous(schemas, victims, DuckDbComparison.CURRENT_YEAR);
        long begun = System.nanoTime();
        Validation validation = new Validator().validate(workbook, null, request);
        new ReportWriter(victims, "en")
                .write(validation.report(), validation.findings(), null, OutputStream.nullOutputStream());
        System.out.printf(
                Locale.ROOT,
                "%s workbook of %d MB, %d rows, %d findings: %.1f s, heap at most %d MB%n",
                kind,
                Files.size(workbook) >> 20,
                validation.report().file().rows(),
                validation.report().findingsTotal(),
                (System.nanoTime() - begun) / 1e9,
                peak());
    }

    /** Returns the peak use of the heap in megabytes since the last call. */
    private static long peak() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return peak >> 20;
    }
}
