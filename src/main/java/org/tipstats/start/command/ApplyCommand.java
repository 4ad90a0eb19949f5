package org.tipstats.start.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tipstats.mapping.saved.Drift;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.mapped.MappedTable;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that turns a table into the columns of a dataflow by a mapping. */
@Command(
        name = "apply",
        description =
                "Turns a table into the columns of a dataflow by a mapping. Prints what changed since the mapping.")
final class ApplyCommand extends OfflineCommand {

    @Mixin
    private final SchemasOption schemas;

    @Parameters(index = "0", paramLabel = "MAPPING", description = "The mapping.")
    private Path mapping;

    @Parameters(index = "1", paramLabel = "FILE", description = "The table.")
    private Path file;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "FILE",
            description = "The file for the rows, in SDMX-CSV. Several dataflows give several files, with the id of the"
                    + " dataflow before the ending.")
    private Path output;

    @Option(
            names = "--param",
            paramLabel = "COMPONENT=VALUE",
            description = "A value that is not in the file, such as TIME_PERIOD=2023; may be repeated.")
    private Map<String, String> params = new TreeMap<>();

    ApplyCommand(Supplier<SchemaRegistry> schemas) {
        this.schemas = new SchemasOption(schemas);
    }

    @Override
    public Integer call() throws IOException {
        SchemaRegistry known = schemas.load();
        requireComponents(known);
        MappedFile mapped = MappedFile.by(MapCommand.mapping(mapping, known), MapCommand.grid(file), known, params);
        PrintWriter out = spec.commandLine().getOut();
        for (Drift drift : mapped.drifts()) {
            out.println((drift.isHarmful() ? "! " : "- ") + drift.kind().word() + ": " + drift.text() + " "
                    + drift.cells());
        }
        mapped.guess().questions().forEach(question -> out.println("? " + question.id() + " " + question.cells()));
        mapped.guess().refusals().forEach(refusal -> out.println("! " + refusal.rule() + " " + refusal.cells()));
        mapped.guess().ledger().notUnderstood().forEach(cell -> out.println("! figure-not-used " + cell));
        List<String> dataflows = mapped.dataflows();
        Map<String, Path> targets = new LinkedHashMap<>();
        dataflows.forEach(dataflow -> targets.put(dataflow, dataflows.size() == 1 ? output : beside(dataflow)));
        for (Path target : targets.values()) {
            keep(target, mapping, file);
        }
        for (Map.Entry<String, Path> target : targets.entrySet()) {
            MappedTable table = mapped.table(known.dataflow(target.getKey()).orElseThrow());
            try (OutputStream rows = Files.newOutputStream(target.getValue())) {
                table.write(rows);
            }
            out.println(table.size() + " rows of " + target.getKey() + " in " + target.getValue());
        }
        out.flush();
        return mapped.isComplete() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
    }

    private void requireComponents(SchemaRegistry known) {
        Set<String> components = MappedFile.components(known.reported());
        params.forEach((component, value) -> {
            if (!components.contains(component)) {
                throw misuse("There is no component \"" + component + "\" for --param. Components: "
                        + String.join(", ", components) + ".");
            }
            if (!MappedFile.isValue(known.reported(), component, value)) {
                throw misuse("\"" + value + "\" is not a code of " + component + ".");
            }
        });
    }

    private Path beside(String dataflow) {
        String name = output.getFileName().toString();
        int ending = name.lastIndexOf('.');
        String own = ending < 0
                ? name + "-" + dataflow
                : name.substring(0, ending) + "-" + dataflow + name.substring(ending);
        return output.resolveSibling(own);
    }
}
