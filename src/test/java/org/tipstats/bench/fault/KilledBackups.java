package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.tipstats.start.postgres.FolderTree;

/** Backups and restorations that may be killed. Each must be whole or not there. Faults are added to a list, a sentence each. */
final class KilledBackups {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_EMPTY = 3;

    private final KilledService service;
    private final Path folder;
    private final List<String> faults;

    /** The newest backup that is known to be whole. */
    private final Path whole;

    KilledBackups(KilledService service, Path folder, List<String> faults) {
        this.service = service;
        this.folder = folder;
        this.faults = faults;
        this.whole = folder.resolve("whole.zip");
    }

    Path whole() {
        return whole;
    }

    /** Runs a command that must succeed. */
    void require(Path home, String... arguments) throws IOException, InterruptedException {
        int code = service.command(home, arguments).end();
        if (code != 0) {
            throw new IllegalStateException("a command ends with " + code);
        }
    }

    /** A killed command leaves a part, which nobody can take for a backup. */
    void compare(Path copy, long acknowledged) throws IOException, InterruptedException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path part :
                    left.filter(path -> path.toString().endsWith(".part")).toList()) {
                Files.delete(part);
            }
        }
        if (!Files.exists(copy)) {
            return;
        }
        if (service.command(service.home(), "backup", "verify", copy.toString()).end() != 0) {
            faults.add("half: the backup " + copy);
            return;
        }
        for (JsonNode table : tables(copy)) {
            if (table.path("name").asText().equals("submission")
                    && table.path("rows").asLong() < acknowledged) {
                faults.add("lost: the backup " + copy + " has fewer files than were acknowledged before");
            }
        }
        Files.move(copy, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Repeats the restoration in the same home: it succeeds, unless all of it is there already. */
    void compareRestored(Path home) throws IOException, InterruptedException {
        int again = service.command(home, "restore", whole.toString()).end();
        if (again == NOT_EMPTY) {
            Path copy = folder.resolve("copy.zip");
            require(home, "backup", copy.toString());
            if (!tables(copy).equals(tables(whole))) {
                faults.add("half: a restoration cannot be repeated, but not all is there: " + home);
            }
            Files.delete(copy);
        } else if (again != 0) {
            faults.add("the second restoration ends with " + again);
        }
        FolderTree.delete(home);
    }

    private static JsonNode tables(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            return JSON.readTree(zip.getInputStream(zip.getEntry("backup.json")))
                    .path("tables");
        }
    }
}
