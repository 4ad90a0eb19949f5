package org.tipstats.start.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.function.Supplier;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.start.tables.PublishedFiles;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command that audits published tables as an intruder would: it finds hidden counts that can be recovered. */
@Command(
        name = AuditCommand.NAME,
        description = {
            "Finds the hidden counts of published tables that can be recovered from everything in the files.",
            "A file is published data of a dataflow as SDMX-CSV, or any table with columns of codes and one of counts:"
                    + " a cell is hidden where its count is empty or no number, or where a column \"suppressed\" is"
                    + " TRUE; <5 is a count from 0 to 4. Totals are called Total, _T or T."
        },
        exitCodeList = {
            "0:no hidden count can be recovered",
            "1:some can be recovered, or the audit was not conclusive",
            "3:a file cannot be read"
        })
final class AuditCommand extends CommandLineInterface.OfflineCommand {

    static final String NAME = "audit";

    private final OutputStream out;

    @Mixin
    private final SchemasOption schemas;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The tables of a release, linked to each other.")
    private List<Path> files;

    @Option(
            names = "--then",
            arity = "1..*",
            paramLabel = "FILE",
            parameterConsumer = NextRelease.class,
            description = "The tables of the next release; may be repeated.")
    private List<Release> later = new ArrayList<>();

    @Option(
            names = "--hierarchy",
            paramLabel = "COLUMN=FILE",
            description = "The hierarchy of the codes of a column: a file with the columns parent and child.")
    private Map<String, Path> hierarchies = new LinkedHashMap<>();

    @Option(
            names = "--revised",
            paramLabel = "FILE",
            description = "The cells that were revised between releases, if the values do not show it.")
    private Path revised;

    @Option(names = "--count", paramLabel = "COLUMN", description = "The column of the counts, if it is not detected.")
    private String count;

    @Option(
            names = "--lower",
            paramLabel = "0|1",
            defaultValue = "1",
            description = "The smallest value of a hidden count; default 1 where zeros are always shown.")
    private int lower;

    @Option(
            names = "--max-masked",
            paramLabel = "COUNT",
            defaultValue = "4",
            description = "The largest value of a count that its provider masked; default ${DEFAULT-VALUE}.")
    private int largestMasked;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default text.")
    private String format;

    @Option(names = "--show-values", description = "Show the values that were recovered, too.")
    private boolean showValues;

    private record Release(List<Path> files) {}

    /**
     * Keeps the files of each {@code --then} separate. Without this class, the library would join the files of all
     * these options to one release.
     */
    static final class NextRelease implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            List<Path> files = new ArrayList<>();
            while (!words.isEmpty() && !words.peek().startsWith("-")) {
                files.add(Path.of(words.pop()));
            }
            if (files.isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "Name the tables of the next release after --then.");
            }
            List<Release> releases = new ArrayList<>(option.<List<Release>>getValue());
            releases.add(new Release(files));
            option.setValue(releases);
        }
    }

    AuditCommand(Supplier<SchemaRegistry> schemas, OutputStream out) {
        this.schemas = new SchemasOption(schemas);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        check();
        AuditReport report = audit();
        AuditText text = new AuditText(report, showValues);
        if (format.equals("json")) {
            text.writeJson(out);
        } else {
            text.writeText(out);
        }
        out.flush();
        return text.isSafe() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
    }

    private void check() {
        if (lower < 0 || lower > 1) {
            throw misuse("The smallest value of a hidden count must be 0 or 1.");
        }
        if (largestMasked < 0) {
            throw misuse("A count must not be negative.");
        }
        if (!format.equals("text") && !format.equals("json")) {
            throw misuse("The report must be text or json.");
        }
    }

    private AuditReport audit() throws IOException {
        PublishedFiles published = new PublishedFiles(schemas.load());
        List<List<Path>> releases = new ArrayList<>();
        releases.add(files);
        later.forEach(release -> releases.add(release.files()));
        for (int i = 0; i < releases.size(); i++) {
            for (Path file : releases.get(i)) {
                published.add("release " + (i + 1), requireFile(file), count);
            }
        }
        for (Map.Entry<String, Path> hierarchy : hierarchies.entrySet()) {
            published.addHierarchy(hierarchy.getKey(), requireFile(hierarchy.getValue()));
        }
        if (revised != null) {
            published.readRevised(requireFile(revised));
        }
        return published.audit(AuditOptions.DEFAULT.withLowerBound(lower).withLargestMasked(largestMasked));
    }
}
