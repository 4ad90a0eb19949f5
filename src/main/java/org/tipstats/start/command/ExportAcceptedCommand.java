package org.tipstats.start.command;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseException;
import org.tipstats.publish.tables.AcceptedTables;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.backup.OneConnection;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that writes the accepted figures to files for other engines. */
@Command(
        name = ExportAcceptedCommand.NAME,
        description = {
            "Writes the accepted figures of all dataflows to a folder, as Parquet tables with their code lists, so that"
                    + " Spark compiles the figures of regions from them.",
            "The database is that of the settings of the service (TIPSTATS_HOME or TIPSTATS_DATABASE_URL). The figures"
                    + " are confidential: small counts are not withheld."
        },
        exitCodeList = {"0:the tables are complete", "3:a file cannot be written, or the database does not answer"})
final class ExportAcceptedCommand extends OfflineCommand {

    static final String NAME = "export-accepted";

    private final Supplier<SchemaRegistry> inForce;
    private final BackupDatabase.Opener opener;

    @Parameters(paramLabel = "FOLDER", description = "The folder to make. It must be empty if it exists.")
    private Path folder;

    ExportAcceptedCommand(Supplier<SchemaRegistry> inForce, BackupDatabase.Opener opener) {
        this.inForce = inForce;
        this.opener = opener;
    }

    @Override
    public Integer call() throws SQLException {
        try {
            spec.commandLine().getOut().println("The tables in " + folder + " are complete: " + write() + " figures.");
            return CommandLineInterface.VALID;
        } catch (DirectoryNotEmptyException e) {
            throw new NoAccessException("The folder " + folder + " is not empty. Name another one.");
        } catch (NotDirectoryException e) {
            throw new NoAccessException(folder + " is not a folder. Name another one.");
        } catch (IOException e) {
            throw new NoAccessException("The folder " + folder + " cannot be written: " + e.getMessage() + ".");
        } catch (SchemaException e) {
            throw new NoAccessException("The schemas in force are not valid: " + e.getMessage() + ".");
        } catch (DatabaseException e) {
            throw new NoAccessException(
                    "The database cannot be read: " + e.getCause().getMessage());
        }
    }

    /** Writes the figures to the files, and returns the number of figures. */
    private long write() throws IOException, SQLException {
        try (BackupDatabase database = opener.open(false);
                Connection connection = database.source().getConnection()) {
            // With this isolation, all tables show one state of the database.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            AcceptedObservations accepted = AcceptedObservations.of(new Database(OneConnection.of(connection)));
            long acceptance = accepted.latest();
            return AcceptedTables.write(folder, inForce.get(), dataflow -> accepted.at(dataflow, acceptance));
        }
    }
}
