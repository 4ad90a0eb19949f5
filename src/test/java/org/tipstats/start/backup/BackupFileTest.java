package org.tipstats.start.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{",
                "{'format': 1}",
                "{'format': 1, 'migrations': [], 'tables': [], 'sequences': []}",
                "{'format': 1, 'migrations': [], 'tables': [null], 'sequences': [], 'log': {'seq': 0, 'hash': ''}}",
                "{'format': 1, 'migrations': [], 'tables': [{'name': 'release'}], 'sequences': [],"
                        + " 'log': {'seq': 0, 'hash': ''}}",
                "{'format': 1, 'migrations': [{}], 'tables': [], 'sequences': [], 'log': {'seq': 0, 'hash': ''}}"
            })
    void aBackupWithAnIncompleteDescriptionIsNotRead(String description) throws IOException {
        Path file = folder.resolve("forged.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(description.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        BackupFailedException failure = assertThrows(
                BackupFailedException.class, () -> BackupFile.open(file).close());
        assertEquals("The description in the backup " + file + " cannot be read.", failure.getMessage());
    }
}
