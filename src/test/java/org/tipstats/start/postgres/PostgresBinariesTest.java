package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Tests that the programs are unpacked completely or not at all, and only once. */
class PostgresBinariesTest {
    @TempDir
    Path folder;

    @Test
    void programsAndLinksAreUnpackedAsTheyAre() throws IOException {
        PostgresBinaries binaries = PostgresBinaries.in(folder, archive("bin/postgres", archiveOf("bin/postgres")));
        assertTrue(Files.isExecutable(binaries.program("postgres")));
        assertFalse(Files.isExecutable(binaries.root().resolve("share/text")));
        assertEquals(Path.of("text"), Files.readSymbolicLink(binaries.root().resolve("share/link")));
    }

    @Test
    void anUnpackingThatBreaksOffLeavesNothing() throws IOException {
        byte[] whole = archiveOf("bin/postgres");
        URL half = archive("half", Arrays.copyOf(whole, whole.length / 2));
        Path target = folder.resolve("target");
        assertThrows(IOException.class, () -> PostgresBinaries.in(target, half));
        assertEquals(List.of(), names(target));
    }

    @Test
    void whatAKilledUnpackingLeftIsRemovedByTheNext() throws IOException {
        Path target = folder.resolve("target");
        Files.writeString(Files.createDirectories(target.resolve("part-1/bin")).resolve("postgres"), "half");
        PostgresBinaries binaries = PostgresBinaries.in(target, archive("whole", archiveOf("bin/postgres")));
        assertEquals(List.of(binaries.root().getFileName().toString()), names(target));
    }

    @Test
    void anArchiveIsUnpackedOnce() throws IOException {
        URL archive = archive("whole", archiveOf("bin/postgres"));
        Path target = folder.resolve("target");
        Path mark = Files.createFile(PostgresBinaries.in(target, archive).root().resolve("mark"));
        PostgresBinaries.in(target, archive);
        assertTrue(Files.exists(mark));
    }

    @Test
    void anotherVersionHasAFolderOfItsOwn() throws IOException {
        PostgresBinaries one = PostgresBinaries.in(folder, archive("one", archiveOf("bin/postgres")));
        PostgresBinaries other = PostgresBinaries.in(folder, archive("other", archiveOf("bin/initdb")));
        assertTrue(Files.exists(one.program("postgres")));
        assertTrue(Files.exists(other.program("initdb")));
        assertFalse(Files.exists(other.program("postgres")));
    }

    @Test
    void anEntryOutsideTheArchiveIsRefused() throws IOException {
        URL archive = archive("bad", archiveOf("../postgres"));
        Path target = folder.resolve("target");
        assertThrows(IOException.class, () -> PostgresBinaries.in(target, archive));
        assertFalse(Files.exists(target.resolve("postgres")));
    }

    private URL archive(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name.replace('/', '-') + ".txz");
        return Files.write(file, content).toUri().toURL();
    }

    private static byte[] archiveOf(String program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            byte[] incompressible = new byte[50_000];
            new Random(1).nextBytes(incompressible);
            add(tar, program, 0100755, incompressible);
            add(tar, "share/text", 0100644, "text".getBytes(StandardCharsets.US_ASCII));
            TarArchiveEntry link = new TarArchiveEntry("share/link", TarConstants.LF_SYMLINK);
            link.setLinkName("text");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static List<String> names(Path target) throws IOException {
        try (Stream<Path> entries = Files.list(target)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
