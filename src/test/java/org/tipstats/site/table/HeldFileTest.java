package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFileTest {

    @TempDir
    Path folder;

    @Test
    void aSmallFileComesBackAsItWas() throws IOException {
        byte[] bytes = "Year,Women\n2021,12\n".repeat(5_000).getBytes();
        HeldFile held = HeldFile.of(file(bytes), "a.csv").orElseThrow();

        assertTrue(held.text().length() < HeldFile.MAX_CHARACTERS);
        try (InputStream in = held.open().orElseThrow()) {
            assertArrayEquals(bytes, in.readAllBytes());
        }
    }

    @Test
    void aFileThatStaysLargeIsNotHeld() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        assertEquals(Optional.empty(), HeldFile.of(file(noise), "a.xlsx"));
    }

    @Test
    void anyOtherTextIsNoFile() {
        assertTrue(new HeldFile("a", null).open().isEmpty());
        assertTrue(new HeldFile("a", "").open().isEmpty());
        assertTrue(new HeldFile("a", "not base64 !").open().isEmpty());
        assertTrue(new HeldFile("a", "aGVsbG8=").open().isEmpty(), "not packed");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }
}
