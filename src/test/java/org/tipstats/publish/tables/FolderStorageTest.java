package org.tipstats.publish.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderStorageTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void itKeepsFilesUnderTheirPaths() throws IOException {
        FolderStorage storage = new FolderStorage(folder.resolve("tables"));
        assertEquals(List.of(), storage.list());
        storage.write("data/VICTIMS/a.parquet", CONTENT);
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("tables/data/VICTIMS/a.parquet")));
        assertEquals("data/VICTIMS/a.parquet", storage.list().get(0).path());
        assertEquals(1, storage.list().size());
        storage.delete("data/VICTIMS/a.parquet");
        storage.delete("data/VICTIMS/a.parquet");
        assertEquals(List.of(), storage.list());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsAddressIsThatOfAFile() {
        assertEquals("file:///srv/open tables", new FolderStorage(Path.of("/srv/open tables/")).place());
    }

    @Test
    void aFileIsNeverWrittenTwiceAtOnce() throws IOException {
        FolderStorage storage = new FolderStorage(folder);
        Files.write(folder.resolve("a.avro.part"), CONTENT);
        assertThrows(FileAlreadyExistsException.class, () -> storage.write("a.avro", CONTENT));
    }

    /** Whoever knows a name reads the file; nobody else can find it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void othersReadFilesButListNoFolder() throws IOException {
        FolderStorage storage = new FolderStorage(folder.resolve("tables"));
        storage.write("data/VICTIMS/a.parquet", CONTENT);
        for (String name : List.of("tables", "tables/data", "tables/data/VICTIMS")) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx--x--x"),
                    Files.getPosixFilePermissions(folder.resolve(name)),
                    name);
        }
        Set<PosixFilePermission> file = Files.getPosixFilePermissions(folder.resolve("tables/data/VICTIMS/a.parquet"));
        assertTrue(file.contains(PosixFilePermission.OTHERS_READ), file.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFolderOfAnOperatorKeepsItsPermissions() throws IOException {
        Set<PosixFilePermission> chosen = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(folder, chosen);
        new FolderStorage(folder).write("data/VICTIMS/a.parquet", CONTENT);
        assertEquals(chosen, Files.getPosixFilePermissions(folder));
        assertEquals(
                PosixFilePermissions.fromString("rwx--x--x"), Files.getPosixFilePermissions(folder.resolve("data")));
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("a.avro/full"));
        assertThrows(IOException.class, () -> new FolderStorage(folder).write("a.avro", CONTENT));
        assertEquals(List.of(), new FolderStorage(folder).list());
    }
}
