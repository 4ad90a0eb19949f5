package org.tipstats.start.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingDifference;
import org.tipstats.mapping.saved.MappingFormatException;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.start.command.CommandLineInterface.CommandGroup;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands that make, apply and compare mappings of tables in their own layout. */
@Command(name = MapCommand.NAME, description = "Makes, applies and compares mappings of tables in their own layout.")
final class MapCommand extends CommandGroup {

    static final String NAME = "map";

    static final ObjectMapper JSON = new ObjectMapper();

    static Grid grid(Path file) {
        try {
            return GridReader.read(OfflineCommand.requireFile(file));
        } catch (NoTableException e) {
            throw new NoAccessException(
                    "The file " + file + " is not a table: " + e.probe().kind().word() + ".");
        } catch (MalformedFileException e) {
            throw new NoAccessException("The file " + file + " cannot be read as a table: "
                    + e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", line " + e.line() + ".");
        } catch (IOException e) {
            throw new NoAccessException("The file " + file + " cannot be read.");
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(OfflineCommand.requireFile(file).toFile());
        } catch (IOException e) {
            throw new NoAccessException("The file " + file + " is not JSON.");
        }
    }

    static Mapping mapping(Path file, SchemaRegistry schemas) {
        try {
            return new MappingMessage(schemas).read(json(file));
        } catch (MappingFormatException e) {
            throw new NoAccessException(
                    "The file " + file + " is not a mapping: " + e.getMessage() + " (" + e.pointer() + ").");
        }
    }

    /** Prints the differences between two mappings. */
    @Command(
            name = "diff",
            description = "Prints the differences between two mappings: - only in the first, + only in the second.")
    static final class DiffCommand extends OfflineCommand {

        @Mixin
        private final SchemasOption schemas;

        @Parameters(index = "0", paramLabel = "FIRST", description = "A mapping.")
        private Path first;

        @Parameters(index = "1", paramLabel = "SECOND", description = "Another mapping.")
        private Path second;

        DiffCommand(Supplier<SchemaRegistry> schemas) {
            this.schemas = new SchemasOption(schemas);
        }

        @Override
        public Integer call() {
            SchemaRegistry known = schemas.load();
            List<MappingDifference> differences =
                    MappingDifference.between(mapping(first, known), mapping(second, known));
            PrintWriter out = spec.commandLine().getOut();
            for (MappingDifference each : differences) {
                if (each.before() != null) {
                    out.println("- " + each.what() + " = " + each.before());
                }
                if (each.after() != null) {
                    out.println("+ " + each.what() + " = " + each.after());
                }
            }
            out.flush();
            return differences.isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
        }
    }
}
