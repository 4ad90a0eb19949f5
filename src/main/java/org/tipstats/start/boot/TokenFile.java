package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.storage.OwnerOnly;

/**
 * The file with the token of the first administrator. Only the user who runs the service can read it. The token is not
 * in the log, because logs are collected and kept.
 */
@Singleton
final class TokenFile {

    static final String NAME = "first-administrator-token";

    private final Path file;

    TokenFile(@ConfigProperty(name = "tipstats.home", defaultValue = ".tipstats") Path home) {
        this.file = home.resolve(NAME);
    }

    void write(String token) {
        try {
            OwnerOnly.file(file);
            Files.writeString(file, token + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("The token of the first administrator cannot be written to " + file, e);
        }
    }

    /** Returns the file if its token can still be used. Otherwise deletes the file and returns empty. */
    Optional<Path> waiting(Predicate<String> isOpen) {
        try {
            if (Files.exists(file) && isOpen.test(Files.readString(file).strip())) {
                return Optional.of(file);
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
