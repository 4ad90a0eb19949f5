package org.tipstats.files.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.tipstats.files.detect.FileKind;

/**
 * Measures the time and the heap for writing and reading a workbook of ten columns. Arguments: the number of rows, and
 * optionally a file to read instead and its kind.
 */
final class WorkbookTiming {

    private static final String[] COLUMNS = {
        "FREQ",
        "REF_AREA",
        "SEX",
        "AGE",
        "EXPLOITATION",
        "UNIT_MEASURE",
        "TIME_PERIOD",
        "OBS_VALUE",
        "OBS_STATUS",
        "COMMENT"
    };
    private static final String[] AGES = {"Y0T17", "Y_GE18", "_T", "_U"};

    private WorkbookTiming() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        boolean given = arguments.length > 1;
        Path file = given ? Path.of(arguments[1]) : Files.createTempFile("timing", ".xlsx");
        FileKind kind = given ? FileKind.valueOf(arguments[2]) : FileKind.XLSX;
        if (!given) {
            long start = System.nanoTime();
            write(file, rows);
            report("written", rows, file, start);
        }
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            report("read", read(file, kind), file, start);
        }
        if (!given) {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        Random random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                WorkbookWriter workbook = new WorkbookWriter(out, "Timing")) {
            SheetWriter sheet = workbook.sheet("Data");
            sheet.freezeHeader();
            sheet.row();
            for (String column : COLUMNS) {
                sheet.text(column, CellStyle.PLAIN.withBold());
            }
            for (int i = 1; i < rows; i++) {
                sheet.row().text("A").text("A" + random.nextInt(200)).text(random.nextBoolean() ? "F" : "M");
                sheet.text(AGES[random.nextInt(AGES.length)]).text("LAB_AGRI").text("NUMBER");
                sheet.number(2000 + random.nextInt(25), CellStyle.PLAIN)
                        .number(random.nextInt(100_000), CellStyle.PLAIN)
                        .text("A")
                        .text("note " + Long.toString(random.nextLong(), 36));
            }
        }
    }

    private static int read(Path file, FileKind kind) throws IOException {
        int rows = 1;
        try (WorkbookReader reader = WorkbookReader.open(file, kind, Set.of(COLUMNS)::contains)) {
            while (reader.hasNext()) {
                reader.next();
                rows++;
            }
        }
        return rows;
    }

    private static void report(String what, int rows, Path file, long start) throws IOException {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        System.out.printf(
                "%s %d rows, %d MB: %d ms (%d ms on the processor so far), heap at most %d MB%n",
                what,
                rows,
                Files.size(file) >> 20,
                (System.nanoTime() - start) / 1_000_000,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000,
                peak >> 20);
    }
}
