package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.detect.FileKind;

/** Reads workbooks that were cut or damaged in transfer. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class DamagedWorkbookTest {

    private static final String HEADER = TestWorkbooks.row("REF_AREA", "SEX", "OBS_VALUE");

    @TempDir
    Path folder;

    @Test
    void aCutArchiveIsBroken() throws IOException {
        byte[] bytes = TestWorkbooks.zip(TestWorkbooks.xlsx(HEADER + TestWorkbooks.row("AUT", "F", "1")));
        for (int length = 0; length < bytes.length; length += 37) {
            byte[] cut = Arrays.copyOf(bytes, length);
            MalformedFileException fault =
                    assertThrows(MalformedFileException.class, () -> TestWorkbooks.read(folder, cut, FileKind.XLSX));
            assertEquals(Reason.BROKEN_WORKBOOK, fault.reason());
        }
    }

    /** Changes random bytes of the archive. Reading must give the submitted table or a fault. */
    @Test
    void damagedBytesNeverChangeATable() {
        Map<String, String> parts =
                TestWorkbooks.xlsx(HEADER + TestWorkbooks.row("AUT", "F", "12").repeat(50));
        Seeds.check(150, random -> {
            byte[] bytes = TestWorkbooks.zip(parts);
            List<String> sent =
                    TestWorkbooks.read(folder, bytes.clone(), FileKind.XLSX).rows();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertEquals(
                        sent, TestWorkbooks.read(folder, bytes, FileKind.XLSX).rows());
            } catch (MalformedFileException e) {
                assertEquals(true, e.line() >= 0);
            }
        });
    }

    /**
     * Damages the XML before the archive is made, so that the checksums are right. Reading must give rows or a fault.
     */
    @Test
    void brokenXmlNeverEndsOtherwiseThanInARowOrAFault() {
        Map<String, String> xlsx =
                TestWorkbooks.xlsx(HEADER + TestWorkbooks.row("AUT", "F", "12").repeat(3));
        Seeds.check(150, random -> {
            Map<String, String> parts = new LinkedHashMap<>(xlsx);
            List<String> names = List.copyOf(parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            StringBuilder xml = new StringBuilder(parts.get(name));
            for (int i = random.nextInt(5); i >= 0; i--) {
                xml.setCharAt(random.nextInt(xml.length()), "<>/\"&;= xrc0\0]![".charAt(random.nextInt(16)));
            }
            parts.put(name, xml.toString());
            try {
                TestWorkbooks.read(folder, parts);
            } catch (MalformedFileException e) {
                assertEquals(true, e.line() >= 0);
            }
        });
    }
}
