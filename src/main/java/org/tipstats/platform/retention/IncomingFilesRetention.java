package org.tipstats.platform.retention;

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

/**
 * Files that the service receives or makes, in the folder of this process. The work on a file deletes it at its end, so
 * old ones are leftovers of a fault. A start deletes those of earlier processes.
 */
@Singleton
final class IncomingFilesRetention implements RetentionRule {

    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Path folder;
    private final RetentionConfig config;

    IncomingFilesRetention(@ConfigProperty(name = "tipstats.upload.folder") Path folder, RetentionConfig config) {
        this.folder = folder;
        this.config = config;
    }

    private record NamedFile(Path path, Instant changed, long bytes) {}

    @Override
    public String id() {
        return "incoming-files";
    }

    /** Returns at least one hour, so that no file in use is deleted. */
    @Override
    public Duration kept() {
        return config.incomingFiles().compareTo(SHORTEST) < 0 ? SHORTEST : config.incomingFiles();
    }

    private List<NamedFile> files() {
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
            return Stream.empty(); // its work has ended meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RetentionStock stock() {
        List<NamedFile> files = files();
        return new RetentionStock(
                files.size(),
                files.stream().mapToLong(NamedFile::bytes).sum(),
                files.stream().map(NamedFile::changed).min(Instant::compareTo).orElse(null));
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        List<NamedFile> old =
                files().stream().filter(file -> file.changed().isBefore(before)).toList();
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
