package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;

/** Reads any bytes as delimited text. */
public final class FuzzText {

    private static final Set<String> NAMES = Set.of("REF_AREA", "SEX", "AGE", "TIME_PERIOD", "OBS_VALUE");

    private FuzzText() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = FuzzInput.file(bytes);
        FileProbe probe = FileProbe.of(file);
        if (probe.kind() == FileKind.TEXT && probe.fault() == null) {
            Dialect dialect = Dialect.detect(
                    file, probe.charset(), name -> NAMES.contains(name.strip().toUpperCase(Locale.ROOT)));
            FuzzInput.read(() -> CsvReader.open(file, dialect));
        }
    }
}
