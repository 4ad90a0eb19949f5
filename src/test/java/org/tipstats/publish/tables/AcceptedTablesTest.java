package org.tipstats.publish.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;

/** The tables are for their owner only, and no folder of somebody else is changed. */
class AcceptedTablesTest {

    @TempDir
    Path folder;

    private static void write(Path to) throws IOException {
        AcceptedTables.write(to, SampleCubes.SCHEMAS, dataflow -> Cube.empty(new KeySpace(dataflow.structure())));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aRefusedFolderKeepsItsPermissionsAndFiles() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path mine = Files.writeString(shared.resolve("mine.txt"), "mine");
        permit(shared, "rwxr-xr-x");
        permit(mine, "rw-r--r--");

        assertThrows(DirectoryNotEmptyException.class, () -> write(shared));

        assertEquals("rwxr-xr-x", permissions(shared));
        assertEquals("rw-r--r--", permissions(mine));
        try (Stream<Path> files = Files.list(shared)) {
            assertEquals(List.of(mine), files.toList());
        }
    }

    @Test
    void aFileInPlaceOfTheFolderStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        permit(file, "rw-r--r--");

        assertThrows(NotDirectoryException.class, () -> write(file));

        assertEquals("rw-r--r--", permissions(file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void onlyTheOwnerReadsAnEmptyFolderThatIsFilled() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        permit(empty, "rwxr-xr-x");

        write(empty);

        assertEquals("rwx------", permissions(empty));
        List<Path> files;
        try (Stream<Path> all = Files.list(empty)) {
            files = all.toList();
        }
        for (Path file : files) {
            assertEquals("rw-------", permissions(file), file.toString());
        }
        assertTrue(files.contains(empty.resolve("structures.json")));
        assertEquals(SampleCubes.SCHEMAS.submitted().size() + 1, files.size());
    }
}
