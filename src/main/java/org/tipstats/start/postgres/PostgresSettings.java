package org.tipstats.start.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of an embedded server and its parameters.
 *
 * @param folder contains the data, the passwords, the log and the lock of one server
 * @param binaries contains the unpacked programs; several servers may share it
 * @param durable whether a commit survives a power cut; false only for data that will be deleted
 */
public record PostgresSettings(Path folder, Path binaries, boolean durable) {
    private static final List<String> PARAMETERS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=128MB",
            "work_mem=32MB",
            "max_wal_size=1GB",
            "wal_compression=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            // Details of errors quote rows. Rows may contain data that the log must not keep.
            "log_error_verbosity=terse");

    private static final List<String> NOT_DURABLE = List.of("fsync=off", "full_page_writes=off");

    /** Returns the settings for the service. All folders are below the service's home folder. */
    public static PostgresSettings in(Path home) {
        Path folder = home.toAbsolutePath().normalize().resolve("database");
        return new PostgresSettings(folder, folder.resolve("binaries"), true);
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** The file with the password of the role that owns the tables. */
    Path password() {
        return folder.resolve("password");
    }

    /** The file with the password of the role of the service. */
    Path servicePassword() {
        return folder.resolve("service-password");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** Returns the arguments of the server. The arguments override the server's configuration file. */
    List<String> serverArguments(int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        PARAMETERS.forEach(parameter -> arguments.addAll(List.of("-c", parameter)));
        if (!durable) {
            NOT_DURABLE.forEach(parameter -> arguments.addAll(List.of("-c", parameter)));
        }
        return List.copyOf(arguments);
    }
}
