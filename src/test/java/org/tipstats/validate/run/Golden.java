package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files. {@code -Dgolden.update=true} writes the files anew; review the change as a diff. */
public final class Golden {

    private Golden() {}

    public static void assertSame(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", actual, file.toString());
    }
}
