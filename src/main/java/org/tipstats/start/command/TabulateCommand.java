package org.tipstats.start.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.count.CaseCounter;
import org.tipstats.mapping.count.CaseCounts;
import org.tipstats.mapping.count.CaseListException;
import org.tipstats.mapping.count.CaseMapping;
import org.tipstats.mapping.count.CaseReport;
import org.tipstats.mapping.count.CaseReport.Reason;
import org.tipstats.mapping.count.CaseRequest;
import org.tipstats.mapping.count.CaseTable;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.command.CommandLineInterface.SchemasOption;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command that counts a list of single cases. The file that it writes has only the counts, and nothing else from
 * the list.
 */
@Command(
        name = TabulateCommand.NAME,
        description = "Counts a list of single cases where it lies. The result has no row, name or identifier of it.",
        exitCodeList = {
            "0:the counts are written",
            "1:the list cannot be counted; the message says why",
            "2:the command or the mapping is not valid",
            "3:a file cannot be read or written"
        })
final class TabulateCommand extends CommandLineInterface.OfflineCommand {

    static final String NAME = "tabulate";

    private static final Map<Reason, String> REASONS = Map.of(
            Reason.NO_PERSON, "describe no person",
            Reason.NO_VICTIM, "say that the person is no victim",
            Reason.NO_YEAR, "have no year that can be read",
            Reason.OTHER_YEAR, "are of another year",
            Reason.NO_CODE, "lack a value without which nobody is counted, such as the stage",
            Reason.SAME_PERSON, "are about a person counted already in that year");

    @Mixin
    private final SchemasOption schemas;

    @Parameters(index = "0", paramLabel = "FILE", description = "The list of cases: CSV, XLSX or ODS, a row a case.")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What each column is, in JSON; without it the columns must have known names.")
    private Path mappingFile;

    @Option(names = "--dataflow", paramLabel = "DATAFLOW", required = true, description = "What to count: VICTIMS, ...")
    private String dataflowId;

    @Option(names = "--area", paramLabel = "AREA", required = true, description = "The reporting area, such as AUT.")
    private String areaId;

    @Option(names = "--year", paramLabel = "YEAR", description = "Count only this year. A list without dates needs it.")
    private String year;

    @Option(
            names = "--multi-response",
            description = "Count a person with several forms of exploitation in each of them, and say so.")
    private boolean multiResponse;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file for the counts, in SDMX-CSV.")
    private Path output;

    TabulateCommand(Supplier<SchemaRegistry> schemas) {
        this.schemas = new SchemasOption(schemas);
    }

    @Override
    public Integer call() throws IOException {
        requireFile(file);
        keep(output, file, mappingFile);
        CaseRequest request = request(schemas.load());
        CaseMapping mapping = mappingFile == null ? null : mapping(request.dataflow());
        PrintWriter out = spec.commandLine().getOut();
        try {
            Grid grid = grid();
            CaseTable table = mapping == null
                    ? CaseTable.guess(grid, request.dataflow(), year != null)
                    : CaseTable.find(grid, mapping);
            CaseCounts counts = CaseCounter.count(table, request);
            report(counts, mapping == null ? table.mapping() : null, out);
            return write(counts);
        } catch (CaseListException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLineInterface.INVALID;
        }
    }

    private CaseRequest request(SchemaRegistry known) {
        Dataflow dataflow = known.reported().stream()
                .filter(flow -> flow.id().equals(dataflowId))
                .findFirst()
                .orElseThrow(() -> misuse("There is no dataflow \"" + dataflowId + "\" to count for. Dataflows: "
                        + known.reported().stream().map(Dataflow::id).collect(Collectors.joining(", ")) + "."));
        Code area = known.areas()
                .singleArea(areaId)
                .orElseThrow(() -> misuse("There is no area \"" + areaId + "\". Use its code, such as AUT."));
        if (year != null && dataflow.structure().time().positionOf(year) < 0) {
            throw misuse("\"" + year + "\" is not a year of " + dataflowId + ".");
        }
        return new CaseRequest(dataflow, area, year, multiResponse);
    }

    private CaseMapping mapping(Dataflow dataflow) throws IOException {
        try {
            return CaseMapping.parse(Files.readString(requireFile(mappingFile)), dataflow);
        } catch (CaseListException | MalformedInputException e) {
            throw misuse(
                    e instanceof CaseListException ? e.getMessage() : "The mapping is not valid: it is not UTF-8.");
        }
    }

    /**
     * Reads the list. Does not show the messages of the file readers, because these messages may repeat the text of a
     * cell.
     */
    private Grid grid() throws IOException {
        try {
            return GridReader.read(file);
        } catch (NoTableException | MalformedFileException e) {
            throw new NoAccessException("The file " + file + " is not a table that can be read, or it is too large.");
        }
    }

    private int write(CaseCounts counts) {
        if (counts.rows().isEmpty()) {
            spec.commandLine().getErr().println("No row could be counted, so nothing is written.");
            return CommandLineInterface.INVALID;
        }
        try {
            Files.writeString(output, counts.csv());
        } catch (IOException e) {
            throw new NoAccessException("The file " + output + " cannot be written.");
        }
        return CommandLineInterface.VALID;
    }

    /** @param guessed the mapping to show if the columns were recognised by name; null if the user gave the mapping */
    private static void report(CaseCounts counts, CaseMapping guessed, PrintWriter out) {
        if (guessed != null) {
            guessed.columns().forEach((name, role) -> out.println("Column \"" + name + "\": " + role));
        }
        CaseReport report = counts.report();
        out.println(report.rows() + " rows, " + report.used() + " of them counted, each as a person.");
        report.leftOut()
                .forEach((reason, rows) -> out.println("  " + rows + " not used: they " + REASONS.get(reason) + "."));
        if (report.anonymous() > 0) {
            out.println(report.anonymous() + " rows have no identifier, so each counts as another person.");
        }
        report.unreadable()
                .forEach((role, cells) -> out.println(role + ": " + cells + " cells cannot be read as a date."));
        if (report.isDayAssumed()) {
            out.println("The day was taken to come before the month in dates such as 03/04/2024: nothing decides it.");
        }
        report.unknownCells()
                .forEach((component, cells) -> out.println(component + ": " + cells
                        + " cells are not known and count as unknown. " + words(counts, component)));
    }

    private static String words(CaseCounts counts, String component) {
        Map<String, Integer> words = counts.report().unknownWords(component);
        if (words.isEmpty()) {
            return "Their texts are not shown, because they may be names or numbers of persons.";
        }
        Suggestions known = counts.dataflow()
                .structure()
                .dimension(component)
                .map(Dimension::codes)
                .map(Suggestions::of)
                .orElseThrow();
        return "Give each a code under \"words\" of a mapping: "
                + words.entrySet().stream()
                        .map(word -> "\"" + word.getKey() + "\" (" + word.getValue() + suggestion(known, word.getKey())
                                + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String suggestion(Suggestions known, String word) {
        List<String> codes = known.forText(word);
        return codes.isEmpty() ? "" : ", perhaps " + String.join(" or ", codes);
    }
}
