package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which temporary files a start deletes. */
class IncomingFolderTest {

    @TempDir
    Path home;

    /** A process that claims a folder, names it, and holds it until it is killed. */
    static final class Program {

        public static void main(String... arguments) throws IOException {
            System.out.println("claimed " + IncomingFolder.claim(Path.of(arguments[0])));
            System.in.read();
        }

        static Process start(Path root) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            root.toString())
                    .redirectErrorStream(true)
                    .start();
        }

        static Path folder(Process process) throws IOException {
            String line = process.inputReader().readLine();
            assertTrue(line != null && line.startsWith("claimed "), line);
            return Path.of(line.substring("claimed ".length()));
        }
    }

    @Test
    void aStartDeletesTheFilesOfADeadProcessAndKeepsThoseOfALivingOne() throws Exception {
        Path root = home.resolve("incoming");
        Process process = Program.start(root);
        try {
            Path upload = Files.writeString(Program.folder(process).resolve("upload-1.bin"), "NAME,BIRTH_DATE");
            IncomingFolder.claim(root);
            assertEquals("NAME,BIRTH_DATE", Files.readString(upload));
            process.destroyForcibly().waitFor();
            Path own = IncomingFolder.claim(root);
            assertFalse(Files.exists(upload.getParent()));
            assertFalse(Files.exists(Path.of(upload.getParent() + ".lock")));
            assertTrue(Files.isDirectory(own));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFolderOfThisProcessIsNoLeftover() throws IOException {
        Path root = home.resolve("incoming");
        Path first = IncomingFolder.claim(root);
        Files.writeString(first.resolve("upload-1.bin"), "x");
        System.gc(); // a lock that nobody refers to would be released
        Path second = IncomingFolder.claim(root);
        assertTrue(Files.exists(first.resolve("upload-1.bin")));
        assertFalse(first.equals(second));
    }

    @Test
    void filesOfVersionsWithoutSuchFoldersAreDeleted() throws IOException {
        Path root = Files.createDirectory(home.resolve("incoming"));
        for (String name : List.of("upload-1.bin", "made-2.bin", "job-3.bin", "findings4.bin")) {
            Files.writeString(root.resolve(name), "x");
        }
        Path own = IncomingFolder.claim(root);
        try (var left = Files.list(root)) {
            assertEquals(
                    List.of("lock", own.getFileName().toString(), own.getFileName() + ".lock"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void otherUsersCannotLookIntoIt() throws IOException {
        Path root = Files.createDirectory(home.resolve("incoming"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path own = IncomingFolder.claim(root);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
    }
}
