package org.tipstats.start.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.platform.audit.AuditChain;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.LogLines;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.audit.StatedHeads;
import org.tipstats.start.command.CommandLineInterface.CommandGroup;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about the audit log. */
@Command(name = LogCommand.NAME, description = "Verifies the audit log.")
final class LogCommand extends CommandGroup {

    static final String NAME = "log";

    /** The command that verifies an exported log. */
    @Command(
            name = "verify",
            description = {
                "Verifies an audit log that an administrator exported (GET /api/v1/audit/export).",
                "With a head that somebody kept earlier (GET /api/v1/audit/head), it also proves that the log was not"
                        + " changed before that day."
            },
            exitCodeList = {
                "0:the log is intact",
                "1:the log was changed, or a head is not valid",
                "3:a file cannot be read"
            })
    static final class VerifyLog extends OfflineCommand {

        @Parameters(paramLabel = "LOG", description = "The exported log: one JSON object a line.")
        private Path log;

        @Option(
                names = "--head",
                paramLabel = "FILE",
                description = "A head of the log that was kept; may be given several times.")
        private List<Path> heads = new ArrayList<>();

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "The public key in PEM that signed the heads. Get it from the publisher in person.")
        private Path key;

        @Override
        public Integer call() {
            PublicKey signer = key == null ? null : ReleaseCommand.publicKey(key);
            List<ChainHead> known = new ArrayList<>();
            for (Path head : heads) {
                try {
                    known.add(StatedHeads.read(text(head), signer));
                } catch (IllegalArgumentException e) {
                    spec.commandLine().getOut().println("The head " + head + " is not valid: " + e.getMessage() + ".");
                    return CommandLineInterface.INVALID;
                }
            }
            AuditVerification found = verify(known);
            spec.commandLine().getOut().println(sentence(found));
            return found.intact() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }

        private AuditVerification verify(List<ChainHead> known) {
            try (BufferedReader lines = Files.newBufferedReader(requireFile(log), StandardCharsets.UTF_8)) {
                return AuditChain.verify(
                        lines.lines()
                                .filter(line -> !line.isBlank())
                                .map(LogLines::read)
                                .iterator(),
                        known);
            } catch (IllegalArgumentException e) {
                throw new NoAccessException("The file " + log + " is not an exported log: " + e.getMessage() + ".");
            } catch (IOException | UncheckedIOException e) {
                throw new NoAccessException("The file " + log + " cannot be read.");
            }
        }

        private static String sentence(AuditVerification found) {
            return found.intact()
                    ? "The log is intact: " + found.head().seq() + " entries, the last with the hash "
                            + found.head().hash() + "."
                    : "The log is not intact at entry " + found.brokenAt() + ": " + found.reason() + ".";
        }
    }
}
