package org.tipstats.start.command;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.export.ExportFailedException;
import org.tipstats.start.export.SiteExporter;
import org.tipstats.start.export.SiteExporter.Exported;
import org.tipstats.vocabulary.schema.LocalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that copies the public website with its newest release into a folder. */
@Command(
        name = ExportSiteCommand.NAME,
        description = {
            "Copies the public website with its newest release into a folder of plain files for any file server.",
            "The service must run: the copy has what everyone can read there, and nothing of the desk."
        },
        exitCodeList = {
            "0:the copy is complete",
            "1:the release is not public, was withdrawn, or is not the newest one",
            "3:the service does not answer, or a file cannot be read or written"
        })
final class ExportSiteCommand extends OfflineCommand {

    static final String NAME = "export-site";

    @Parameters(paramLabel = "FOLDER", description = "The folder to make. It must be empty if it exists.")
    private Path folder;

    @Option(names = "--release", required = true, paramLabel = "ID", description = "The newest published release.")
    private String release;

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            defaultValue = "http://localhost:8080",
            description = "The address of the running service; default: ${DEFAULT-VALUE}.")
    private String url;

    @Option(
            names = "--lang",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "The languages of the pages; default: all six.")
    private List<String> languages = LocalText.LANGUAGES;

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "The key file of the service, to sign the manifest. Without it, the manifest is not signed.")
    private Path key;

    @Override
    public Integer call() {
        if (!LocalText.LANGUAGES.containsAll(languages)) {
            throw misuse("--lang must be of " + String.join(", ", LocalText.LANGUAGES) + ".");
        }
        try {
            Exported copy = new SiteExporter(url, signer(), spec.commandLine().getErr()::println)
                    .export(release, languages, folder);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "The copy in %s is complete: %d files, %.1f MB%s. Its other links lead to %s.%n",
                            folder,
                            copy.files(),
                            copy.bytes() / 1e6,
                            key == null ? ", not signed" : ", signed",
                            copy.service());
            return CommandLineInterface.VALID;
        } catch (ExportFailedException e) {
            if (e.isRefused()) {
                spec.commandLine().getErr().println(e.getMessage());
                return CommandLineInterface.INVALID;
            }
            throw new NoAccessException(e.getMessage());
        }
    }

    private StatementSigner signer() {
        try {
            return StatementSigner.of(Optional.ofNullable(key).map(OfflineCommand::requireFile));
        } catch (ConfigurationException e) {
            throw new NoAccessException(e.getMessage());
        }
    }
}
