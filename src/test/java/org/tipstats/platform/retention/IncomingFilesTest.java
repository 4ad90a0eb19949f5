package org.tipstats.platform.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

class IncomingFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    private static RetentionConfig config(Duration incoming) {
        return new RetentionConfig() {
            @Override
            public String every() {
                return "off";
            }

            @Override
            public Duration incomingFiles() {
                return incoming;
            }

            @Override
            public Duration jobResults() {
                return Duration.ofHours(1);
            }

            @Override
            public Duration typedDrafts() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration refusedFiles() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration mail() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration drafts() {
                return Duration.ofDays(730);
            }
        };
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "12345");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    @Test
    void leftoversAreDeletedAndFilesInUseAreNot() throws IOException {
        Path old = file("parts/old", Duration.ofHours(25));
        Path young = file("young", Duration.ofHours(23));
        RetentionRule rule = IncomingFilesRetention.incomingFiles(folder, config(Duration.ofDays(1)));
        assertEquals(
                new RetentionStock(2, 10L, NOW.minus(Duration.ofHours(25))),
                rule.stock().get());
        assertEquals(new RetentionDeletion(1, 5, List.of()), rule.deletion().apply(NOW.minus(rule.kept())));
        assertTrue(Files.notExists(old) && Files.exists(young));
        assertEquals(new RetentionDeletion(0, 0, List.of()), rule.deletion().apply(NOW.minus(rule.kept())));
    }

    @Test
    void aFileIsKeptForAnHourAtLeast() {
        assertEquals(
                Duration.ofHours(1),
                IncomingFilesRetention.incomingFiles(folder, config(Duration.ZERO))
                        .kept());
        assertEquals(
                new RetentionStock(0, 0L, null),
                IncomingFilesRetention.incomingFiles(folder.resolve("none"), config(Duration.ofDays(1)))
                        .stock()
                        .get());
    }
}
