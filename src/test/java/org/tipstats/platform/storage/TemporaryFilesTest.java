package org.tipstats.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.storage.TemporaryFiles.TemporaryFile;

class TemporaryFilesTest {

    @TempDir
    Path home;

    private List<Path> named() throws IOException {
        try (Stream<Path> files = Files.walk(home).filter(Files::isRegularFile)) {
            return files.toList();
        }
    }

    private static void write(TemporaryFile file, String text) throws IOException {
        try (OutputStream out = file.output()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFileIsReadAndWrittenUnderItsPathAsOftenAsNeeded() throws IOException {
        try (TemporaryFile file = new TemporaryFiles(home).create("upload-")) {
            write(file, "first");
            assertEquals("first", Files.readString(file.path()));
            assertEquals("first", Files.readString(file.path()));
            assertEquals(5, file.size());
            Files.writeString(file.path(), "two");
            assertEquals(3, Files.size(file.path()));
            try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
                in.seek(2);
                assertEquals('o', in.read());
            }
        }
    }

    @Test
    void onLinuxAnOpenFileHasNoNameThatAKillCouldLeaveBehind() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/fd")), "needs /proc");
        TemporaryFiles files = new TemporaryFiles(home);
        try (TemporaryFile one = files.create("upload-");
                TemporaryFile other = files.create("upload-")) {
            write(one, "one");
            write(other, "other");
            assertEquals(List.of(), named());
            assertEquals("one", Files.readString(one.path()));
            assertEquals("other", Files.readString(other.path()));
        }
    }

    @Test
    void aClosedFileIsGone() throws IOException {
        TemporaryFile file = new TemporaryFiles(home).create("upload-");
        write(file, "x");
        file.close();
        assertEquals(List.of(), named());
        assertThrows(java.io.UncheckedIOException.class, file::size);
    }

    @Test
    void otherUsersCannotLookIntoTheFolder() throws IOException {
        Path folder = home.resolve("incoming");
        new TemporaryFiles(folder).create("upload-").close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    /** Writing to /dev/full fails as writing to a full disk does. */
    @Test
    void aFullDiskIsAProblemWithStatus507() throws IOException {
        assumeTrue(Files.exists(FullDisk.DEVICE), "needs /dev/full");
        try (TemporaryFile file = new FullDisk(home).create("upload-")) {
            ProblemException full = assertThrows(ProblemException.class, () -> write(file, "x"));
            assertEquals(507, full.problem().status());
            assertEquals("No space left on device", full.getCause().getMessage());
            assertFalse(full.problem().headers().get("Retry-After").isEmpty());
        }
        assertEquals(List.of(), named());
    }
}
