package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The passwords of the two roles of an embedded database. Each is in a file that only the service can read. */
record RolePasswords(String owner, String service) {

    private static final int BYTES = 24;

    /** Returns the password in a file; empty if there is none. */
    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Writes the files that are missing. */
    void write(PostgresSettings settings, String prefix) throws IOException {
        write(settings.password(), prefix, owner);
        write(settings.servicePassword(), prefix, service);
    }

    private static void write(Path file, String prefix, String password) throws IOException {
        if (read(file).isEmpty()) {
            // Only the owner can read a temporary file.
            Path part = Files.createTempFile(file.getParent(), prefix, "");
            Files.writeString(part, password);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    DatabaseLogins logins(int port) {
        return new DatabaseLogins(
                address(port, PostgresCluster.OWNER, owner), address(port, PostgresCluster.SERVICE, service));
    }

    /** Returns the address of the embedded database on a port, for one of its roles. */
    static DatabaseAddress address(int port, String role, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, PostgresCluster.DATABASE),
                Optional.of(role),
                Optional.of(password));
    }
}
