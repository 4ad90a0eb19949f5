package org.tipstats.start.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tipstats.publish.manifest.ReleaseManifest;
import org.tipstats.start.command.CommandLineInterface.CommandGroup;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about releases. */
@Command(name = ReleaseCommand.NAME, mixinStandardHelpOptions = true, description = "Verifies published releases.")
final class ReleaseCommand extends CommandGroup {

    static final String NAME = "release";

    /** The command that verifies the bundle of a release. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Verifies that the bundle of a release is complete and as its publisher signed it, wherever it"
                            + " comes from.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the bundle is as it was signed",
                "1:it is not, or it is not signed with this key",
                "2:the command is not valid",
                "3:a file cannot be read",
                "70:an error in the program"
            },
            exitCodeOnExecutionException = 70)
    static final class VerifyRelease extends OfflineCommand {

        @Parameters(paramLabel = "BUNDLE", description = "The bundle (GET /api/v1/releases/ID/bundle.zip).")
        private Path bundle;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "The publisher's public key in PEM. Get it from the publisher in person.")
        private Path key;

        @Override
        public Integer call() {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(requireFile(bundle)))) {
                List<String> faults = ReleaseManifest.faults(in, PublicKeys.read(key));
                faults.forEach(spec.commandLine().getOut()::println);
                if (faults.isEmpty()) {
                    spec.commandLine().getOut().println("The bundle is complete and as its publisher signed it.");
                }
                return faults.isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
            } catch (IOException e) {
                throw new NoAccessException("The file " + bundle + " cannot be read as a ZIP file.");
            }
        }
    }
}
