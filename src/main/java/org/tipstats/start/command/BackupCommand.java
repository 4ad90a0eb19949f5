package org.tipstats.start.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.backup.BackupFile;
import org.tipstats.start.backup.BackupRestorer;
import org.tipstats.start.backup.BackupWriter;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that writes a backup, while the service runs or not. */
@Command(
        name = BackupCommand.NAME,
        description = {
            "Writes everything that the service keeps to a file, in one snapshot, while the service runs or not.",
            "The database is that of the settings of the service (TIPSTATS_HOME or TIPSTATS_DATABASE_URL). The file has"
                    + " secrets: keep it like the database."
        },
        exitCodeList = {"0:the backup is written", "3:the file cannot be written, or the database does not answer"})
final class BackupCommand extends OfflineCommand {

    static final String NAME = "backup";

    private final BackupDatabase.Opener opener;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to write. It must not exist yet.")
    private Path file;

    BackupCommand(BackupDatabase.Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws SQLException {
        if (file == null) {
            throw misuse("Name the file to write, or use the command: verify.");
        }
        try (BackupDatabase database = opener.open(false);
                Connection connection = database.source().getConnection()) {
            long rows = new BackupWriter(connection).write(file);
            spec.commandLine().getOut().println("The backup " + file + " is written: " + rows + " rows.");
            return CommandLineInterface.VALID;
        }
    }

    /** The command that checks a backup. */
    @Command(
            name = "verify",
            description = "Checks that a backup is complete and unchanged, and that its audit log is intact.",
            exitCodeList = {
                "0:the backup is complete and unchanged",
                "1:it is not",
                "3:the file is not a complete backup"
            })
    static final class VerifyBackup extends OfflineCommand {

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file;

        @Override
        public Integer call() {
            try (BackupFile backup = BackupFile.open(requireFile(file))) {
                List<String> faults = backup.faults();
                faults.forEach(spec.commandLine().getOut()::println);
                if (faults.isEmpty()) {
                    spec.commandLine().getOut().println(backup.summary());
                }
                return faults.isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
            }
        }
    }

    /** The command that restores a backup. */
    @Command(
            name = RestoreCommand.NAME,
            description = "Restores a backup into an empty database or an empty home folder. The service must not run.",
            exitCodeList = {
                "0:the backup is restored",
                "1:the backup is damaged; nothing was restored",
                "3:the file cannot be read, or the database is not empty or does not answer"
            })
    static final class RestoreCommand extends OfflineCommand {

        static final String NAME = "restore";

        private final BackupDatabase.Opener opener;

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file;

        RestoreCommand(BackupDatabase.Opener opener) {
            this.opener = opener;
        }

        @Override
        public Integer call() {
            try (BackupFile backup = BackupFile.open(requireFile(file))) {
                List<String> faults = backup.faults();
                if (!faults.isEmpty()) {
                    faults.forEach(spec.commandLine().getOut()::println);
                    return CommandLineInterface.INVALID;
                }
                try (BackupDatabase database = opener.open(true)) {
                    new BackupRestorer(database.source()).restore(backup);
                }
                spec.commandLine().getOut().println(backup.summary() + " All of it is restored.");
                return CommandLineInterface.VALID;
            }
        }
    }
}
