package org.tipstats.start.command;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.tipstats.platform.access.FirstAdministrator.EmergencyToken;
import org.tipstats.platform.access.FirstAdministrator.EmergencyToken.Issued;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that prints a token with which the holder of an account can sign in when no other way works. */
@Command(
        name = EmergencyTokenCommand.NAME,
        description = {
            "Prints a token with which the holder of an account can sign in for 15 minutes, also if the service accepts only"
                    + " the sign-in of the organisation. The audit log records it, and administrators see an alert.",
            "The database is that of the settings of the service (TIPSTATS_HOME or TIPSTATS_DATABASE_URL)."
        },
        exitCodeList = {
            "0:the token is printed",
            "1:no open account, or more than one, has this id or name, or it is of the demo",
            "3:the database does not answer"
        })
final class EmergencyTokenCommand extends OfflineCommand {

    static final String NAME = "emergency-token";

    private final BackupDatabase.Opener opener;
    private final Clock clock;

    @Parameters(paramLabel = "ACCOUNT", description = "The id or the name of the account.")
    private String account;

    EmergencyTokenCommand(BackupDatabase.Opener opener, Clock clock) {
        this.opener = opener;
        this.clock = clock;
    }

    @Override
    public Integer call() throws SQLException {
        PrintWriter err = spec.commandLine().getErr();
        try (BackupDatabase database = opener.open(false);
                Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            Optional<Issued> issued = EmergencyToken.issue(connection, account, clock.instant());
            connection.commit();
            if (issued.isEmpty()) {
                err.println("No open account, or more than one, has the id or name \"" + account
                        + "\". Accounts of the demo get no such token.");
                return CommandLineInterface.INVALID;
            }
            err.println("The token opens the account \"" + issued.get().account() + "\" until "
                    + issued.get().expiresAt() + ". The audit log has it.");
            spec.commandLine().getOut().println(issued.get().token());
            return CommandLineInterface.VALID;
        }
    }
}
