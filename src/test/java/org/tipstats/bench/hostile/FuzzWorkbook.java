package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.workbook.WorkbookReader;

/** Reads workbooks whose parts are any bytes. Zero bytes separate the sheet, the texts and the styles. */
public final class FuzzWorkbook {

    private static final Set<String> NAMES = Set.of("REF_AREA", "SEX", "AGE", "TIME_PERIOD", "OBS_VALUE");

    private FuzzWorkbook() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        byte[][] parts = FuzzInput.split(bytes, 3);
        boolean open = new String(parts[0], 0, Math.min(8, parts[0].length), java.nio.charset.StandardCharsets.US_ASCII)
                .startsWith("<office:");
        Map<String, byte[]> entries = open ? Zips.ods("") : Zips.xlsx("");
        if (open) {
            entries.put("content.xml", parts[0]);
        } else {
            entries.put("xl/worksheets/sheet1.xml", parts[0]);
            entries.put("xl/sharedStrings.xml", parts[1]);
            entries.put("xl/styles.xml", parts[2]);
        }
        Path file = FuzzInput.file(Zips.of(entries));
        FuzzInput.read(() -> WorkbookReader.open(file, open ? FileKind.ODS : FileKind.XLSX, NAMES::contains));
    }
}
