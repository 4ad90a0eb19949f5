package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.publish.tables.CompiledTable;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The command that writes the accepted figures to tables. */
@QuarkusTest
class ExportAcceptedTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    SchemaRegistry schemas;

    @Inject
    AcceptedObservations accepted;

    @TempDir
    Path folder;

    private CommandRun run(Path to) {
        return run(to, OwnerRole.address());
    }

    private CommandRun run(Path to, DatabaseAddress address) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineInterface(
                        () -> schemas,
                        () -> schemas,
                        fresh -> new BackupDatabase(address, () -> {}),
                        Clock.systemUTC(),
                        out,
                        err,
                        false)
                .run(ExportAcceptedCommand.NAME, to.toString());
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The second file corrects a figure of the first one: the tables have what counts. */
    @Test
    void theTablesHaveTheAcceptedFiguresOfAllDataflows() throws IOException {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2016,100", "_T,_T,_T,2017,120");
        String correction = Desk.submitted(people.submitter(area), Desk.file(area, "_T,_T,_T,2016,150"));
        desk.acceptJustified(area, correction, "revision");
        Path tables = folder.resolve("tables");

        CommandRun run = run(tables);

        assertEquals(0, run.exitCode(), run.err());
        long figures = 0;
        for (Dataflow dataflow : schemas.submitted()) {
            Cube expected = accepted.at(dataflow, accepted.latest());
            assertEquals(List.of(), CompiledTable.differences(tables.resolve(dataflow.id() + ".parquet"), expected));
            figures += expected.size();
        }
        assertTrue(figures >= 2);
        assertEquals("The tables in " + tables + " are complete: " + figures + " figures.\n", run.out());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tables)));
    }

    @Test
    void theStructuresAreThoseInForce() throws IOException {
        Path tables = folder.resolve("structures");
        assertEquals(0, run(tables).exitCode());
        SchemaRegistry read = SchemaRegistry.of(Map.of(
                "structures.json",
                new ObjectMapper().readTree(tables.resolve("structures.json").toFile())));
        assertEquals(schemas.areas().codes(), read.areas().codes());
        assertEquals(
                schemas.dataflows().stream().map(Dataflow::settings).toList(),
                read.dataflows().stream().map(Dataflow::settings).toList());
        assertEquals(
                schemas.dataflows().stream()
                        .map(dataflow -> dataflow.structure().componentIds())
                        .toList(),
                read.dataflows().stream()
                        .map(dataflow -> dataflow.structure().componentIds())
                        .toList());
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        CommandRun run = run(file);
        assertEquals(3, run.exitCode());
        assertEquals(file + " is not a folder. Name another one.", run.err().strip());
    }

    @Test
    void aDatabaseThatRefusesAStatementIsReported() {
        DatabaseAddress address = OwnerRole.address();
        String url = address.url() + (address.url().contains("?") ? "&" : "?") + "currentSchema=nothing";
        CommandRun run =
                run(folder.resolve("tables"), new DatabaseAddress(url, address.username(), address.password()));
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("The database cannot be read: ERROR: "), run.err());
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        CommandRun run = run(folder);
        assertEquals(3, run.exitCode());
        assertEquals(
                "The folder " + folder + " is not empty. Name another one.",
                run.err().strip());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("mine.txt")), files.toList());
        }
    }
}
