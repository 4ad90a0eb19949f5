package org.tipstats.start.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.tipstats.platform.signing.SigningKeys;
import org.tipstats.platform.signing.SigningKeys.InvalidKeyFileException;
import org.tipstats.publish.manifest.ReleaseManifest;
import org.tipstats.start.command.CommandLineInterface.CommandGroup;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.export.SiteManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about releases. */
@Command(name = ReleaseCommand.NAME, description = "Verifies published releases.")
final class ReleaseCommand extends CommandGroup {

    static final String NAME = "release";

    /** The command that verifies the bundle of a release or a copy of the website. */
    @Command(
            name = "verify",
            description =
                    "Verifies that the bundle of a release, or a copy of the website, is complete and as its publisher"
                            + " signed it, wherever it comes from.",
            exitCodeList = {
                "0:the bundle or copy is as it was signed",
                "1:it is not, or it is not signed with this key",
                "3:a file cannot be read"
            })
    static final class VerifyRelease extends OfflineCommand {

        @Parameters(
                paramLabel = "BUNDLE",
                description = "The bundle (GET /api/v1/releases/ID/bundle.zip), or the folder that export-site made.")
        private Path bundle;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "The publisher's public key in PEM. Get it from the publisher in person.")
        private Path key;

        @Override
        public Integer call() {
            boolean copy = Files.isDirectory(bundle);
            PrintWriter out = spec.commandLine().getOut();
            List<String> faults = copy ? faultsOfCopy() : faultsOfBundle();
            faults.forEach(out::println);
            if (faults.isEmpty()) {
                out.println("The " + (copy ? "copy" : "bundle") + " is complete and as its publisher signed it.");
            }
            return faults.isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }

        private List<String> faultsOfCopy() {
            try {
                return SiteManifest.faults(bundle, publicKey(key));
            } catch (IOException e) {
                throw new NoAccessException("The folder " + bundle + " cannot be read.");
            }
        }

        private List<String> faultsOfBundle() {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(requireFile(bundle)))) {
                return ReleaseManifest.faults(in, publicKey(key));
            } catch (IOException e) {
                throw new NoAccessException("The file " + bundle + " cannot be read as a ZIP file.");
            }
        }
    }

    static PublicKey publicKey(Path file) {
        try {
            return SigningKeys.publicKey(OfflineCommand.text(file));
        } catch (InvalidKeyFileException e) {
            throw new NoAccessException("The file " + file + " is not a key: " + e.getMessage() + ".");
        }
    }
}
