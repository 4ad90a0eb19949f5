package org.tipstats.platform.retention;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/**
 * Files that the service receives or makes, in the folder of this process. The work on a file deletes the file when the
 * work ends, so old files remain only after a fault. The start of the service deletes files of earlier processes.
 */
class IncomingFilesRetention {

    /** Files are kept at least this long, whatever the setting says, so that no file in use is deleted. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    @Produces
    @Singleton
    static RetentionRule incomingFiles(
            @ConfigProperty(name = "tipstats.upload.folder") Path folder, RetentionConfig config) {
        Duration kept = config.incomingFiles();
        return new RetentionRule(
                "incoming-files",
                kept.compareTo(SHORTEST) < 0 ? SHORTEST : kept,
                () -> stock(files(folder)),
                before -> delete(files(folder).stream()
                        .filter(file -> file.changed().isBefore(before))
                        .toList()));
    }

    private record NamedFile(Path path, Instant changed, long bytes) {}

    private static List<NamedFile> files(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .flatMap(IncomingFilesRetention::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<NamedFile> named(Path file) {
        try {
            return Stream.of(new NamedFile(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        } catch (NoSuchFileException e) {
            return Stream.empty(); // the work on the file has ended meanwhile and deleted the file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RetentionStock stock(List<NamedFile> files) {
        return new RetentionStock(
                files.size(),
                files.stream().mapToLong(NamedFile::bytes).sum(),
                files.stream().map(NamedFile::changed).min(Instant::compareTo).orElse(null));
    }

    private static RetentionDeletion delete(List<NamedFile> old) {
        try {
            for (NamedFile file : old) {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RetentionDeletion(
                old.size(), old.stream().mapToLong(NamedFile::bytes).sum(), List.of());
    }
}
