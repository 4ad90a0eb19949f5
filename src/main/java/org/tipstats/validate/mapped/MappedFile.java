package org.tipstats.validate.mapped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.files.csv.RowSource;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.saved.Drift;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingApplication;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.FileInfo;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A file in a layout of its own, as a mapping reads it.
 *
 * @param guess the figures, and what the mapping leaves open
 * @param drifts what changed since the mapping was made
 */
public record MappedFile(Grid grid, Guess guess, List<Drift> drifts) {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    public MappedFile {
        drifts = List.copyOf(drifts);
    }

    /**
     * Reads a file by a mapping.
     *
     * @param params constants for this file by component; they replace those of the mapping
     */
    public static MappedFile by(Mapping mapping, Grid grid, SchemaRegistry schemas, Map<String, String> params) {
        Answers answers = new Answers(Map.of(), Map.of(), List.of(), params);
        MappingApplication application = MappingApplication.of(mapping, grid, schemas, answers);
        List<Drift> drifts = new ArrayList<>(application.drifts());
        drifts.addAll(unused(params, application.guess()));
        return new MappedFile(grid, application.guess(), drifts);
    }

    /**
     * Returns a drift with the values that were sent with the file but not used by any figure; empty if all are used,
     * or if there are no figures.
     */
    private static List<Drift> unused(Map<String, String> params, Guess guess) {
        String values = params.entrySet().stream()
                .filter(value -> guess.observations().stream()
                        .noneMatch(each -> each.key().entrySet().contains(value)
                                || each.attributes().entrySet().contains(value)))
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return values.isEmpty() || guess.observations().isEmpty()
                ? List.of()
                : List.of(new Drift(Drift.Kind.VALUE_UNUSED, values, List.of()));
    }

    /**
     * Reads a file without a mapping. Returns empty if a question or a refusal remains, if a number is not understood,
     * or if the file has no figures.
     *
     * @param area the area that reports; null if it is not known
     */
    public static Optional<MappedFile> builtIn(
            Grid grid, SchemaRegistry schemas, Code area, Map<String, String> params) {
        Answers answers = new Answers(Map.of(), Map.of(), List.of(), params);
        Guess guess = Guesser.guess(grid, new GuessRequest(schemas, area, null, answers, Map.of()));
        MappedFile file = new MappedFile(grid, guess, unused(params, guess));
        return file.isComplete() && !guess.observations().isEmpty() ? Optional.of(file) : Optional.empty();
    }

    /** Returns whether there are no questions, refusals, numbers that are not understood, or harmful changes. */
    public boolean isComplete() {
        return new MappingApplication(guess, drifts).isComplete();
    }

    /** Returns the ids of the components for which a constant may be given. */
    public static Set<String> components(List<Dataflow> dataflows) {
        Set<String> ids = new LinkedHashSet<>();
        for (Dataflow dataflow : dataflows) {
            DataStructure structure = dataflow.structure();
            structure.dimensions().forEach(dimension -> ids.add(dimension.id()));
            structure.attributes().stream()
                    .filter(attribute -> !attribute.publishedOnly())
                    .forEach(attribute -> ids.add(attribute.id()));
        }
        return ids;
    }

    /** Returns the codes of a component in any of the dataflows; empty if it is text or a year. */
    public static List<String> codes(List<Dataflow> dataflows, String component) {
        Set<String> codes = new LinkedHashSet<>();
        for (Dataflow dataflow : dataflows) {
            DataStructure structure = dataflow.structure();
            structure
                    .dimension(component)
                    .map(Dimension::codes)
                    .or(() -> structure.attribute(component).map(Attribute::codes))
                    .ifPresent(list -> list.codes().forEach(code -> codes.add(code.id())));
        }
        return new ArrayList<>(codes);
    }

    /** Returns whether a constant is a code of its component, a year, or a text where there are no codes. */
    public static boolean isValue(List<Dataflow> dataflows, String component, String value) {
        boolean year =
                dataflows.stream().anyMatch(each -> each.structure().time().id().equals(component));
        List<String> codes = codes(dataflows, component);
        return year ? isYear(value) : codes.isEmpty() || codes.contains(value);
    }

    public static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    /** Returns the ids of the dataflows to which the tables of the file belong, as far as this is known. */
    public List<String> dataflows() {
        Set<String> ids = new LinkedHashSet<>();
        guess.observations().forEach(observation -> ids.add(observation.dataflow()));
        guess.tables().forEach(table -> ids.addAll(table.dataflows()));
        return List.copyOf(ids);
    }

    public MappedTable table(Dataflow dataflow) {
        return MappedTable.of(guess.observations(), dataflow);
    }

    /**
     * Validates the figures of the dataflow of the request. The findings name the cells of the submitter's file.
     *
     * @param file the facts of the submitter's file
     * @param fileName the name that the sender gave, or null
     * @param made the file to which this method writes the rows in the columns of the dataflow; null to write none
     */
    Validation validate(FileProbe file, String fileName, ValidationRequest request, Path made) throws IOException {
        MappedTable table = table(request.dataflow());
        Validator validator = new Validator();
        FindingCollection found = validator.collection(request, new CellPlaces(table));
        List<Finding> own = MappingFindings.of(this, request.dataflow());
        own.forEach(found::add);
        // If the table has no figures, the findings of the mapping already say why.
        Validation rows = null;
        try (RowSource source = table.rows(made == null ? null : Files.newOutputStream(made))) {
            rows = table.size() > 0 ? validator.validate(source, table.size(), request, found) : null;
        }
        FileInfo facts =
                new FileInfo(fileName, file.sha256(), file.bytes(), file.kind().word(), null, null, null, table.size());
        ValidationReport report = report(facts, request, found, rows == null ? null : rows.report());
        return rows == null
                ? new Validation(report, found, Collections.emptySortedSet(), Collections.emptySortedSet())
                : new Validation(report, found, rows.areas(), rows.periods());
    }

    private static ValidationReport report(
            FileInfo file, ValidationRequest request, FindingCollection found, ValidationReport rows) {
        Dataflow dataflow = request.dataflow();
        List<String> passed = new ArrayList<>(RuleCatalogue.mappingRules());
        passed.add(MappingFindings.RATE);
        passed.removeIf(rule -> found.count(rule) > 0);
        passed.addAll(rows == null ? List.of() : rows.passed());
        List<String> notRun = new ArrayList<>(rows == null ? List.of() : rows.notRun());
        notRun.removeIf(rule -> passed.contains(rule) || found.count(rule) > 0);
        return new ValidationReport(
                found.count(Severity.ERROR) == 0,
                dataflow.id(),
                dataflow.version(),
                RuleCatalogue.VERSION,
                file,
                found.counts(),
                found.summary(),
                passed,
                notRun,
                found.size(),
                found.kept(),
                rows == null ? null : rows.codeLists(),
                rows == null ? null : rows.contents(),
                true);
    }
}
