package org.tipstats.validate.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A file given to the validator in a test: its bytes, the dataflow and the submitter's areas. Findings read as lines,
 * for example {@code unknown-code 2 SEX "W" [F]}: rule, line, column, value, suggestions.
 */
public record Given(byte[] bytes, Dataflow flow, Set<String> areas, boolean replace, Baseline baseline) {

    public static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    public static final int CURRENT_YEAR = 2026;
    /** A header with the columns that most tests need. */
    public static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS";

    /** Returns a file with exactly this text, for VICTIMS. */
    public static Given file(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Given bytes(byte[] bytes) {
        return new Given(bytes, SCHEMAS.dataflow("VICTIMS").orElseThrow(), null, false, Baseline.EMPTY);
    }

    /** Returns a file with the usual header and these rows. */
    public static Given rows(String... rows) {
        return file(HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    /** Returns a file with the usual header and one row with this value and status. */
    public static Given value(String valueAndStatus) {
        return rows("AUT,F,_T,_T,2016," + valueAndStatus);
    }

    public Given to(String other) {
        return to(SCHEMAS.dataflow(other).orElseThrow());
    }

    public Given to(Dataflow other) {
        return new Given(bytes, other, areas, replace, baseline);
    }

    public Given from(String... own) {
        return new Given(bytes, flow, Set.of(own), replace, baseline);
    }

    /**
     * Returns the file with one more count in the baseline.
     *
     * @param key codes joined by dots
     * @param value the count; a negative number stands for a masked one
     */
    public Given holding(String dataflow, String key, long value) {
        Dataflow holder = SCHEMAS.dataflow(dataflow).orElseThrow();
        long packed = new KeySpace(holder.structure()).parse(key).orElseThrow();
        Observation held = value < 0 ? Observation.absent(packed, "Q", "A") : Observation.count(packed, value, "A");
        Baseline more = (asked, own) -> {
            List<Observation> all = new ArrayList<>();
            baseline.of(asked, own).forEach(all::add);
            if (asked.equals(holder)) {
                all.add(held);
            }
            return all;
        };
        return new Given(bytes, flow, areas, replace, more);
    }

    /** Returns the file against a baseline in which an area states a break. The last of these calls counts. */
    public Given stating(String area, String year, String text) {
        Baseline held = baseline;
        Baseline more = new Baseline() {
            @Override
            public Iterable<Observation> of(Dataflow dataflow, Set<String> asked) {
                return held.of(dataflow, asked);
            }

            @Override
            public StatedBreaks breaks(Dataflow dataflow, Set<String> asked) {
                return new StatedBreaks(Map.of(area, Map.of(year, text)));
            }
        };
        return new Given(bytes, flow, areas, replace, more);
    }

    /** Validates the file and passes the validation to the reader. */
    public <T> T validated(Reading<T> reading) {
        return validated(new Validator(), ValidationRequest.FINDINGS_KEPT, reading);
    }

    public <T> T validated(Validator validator, Reading<T> reading) {
        return validated(validator, ValidationRequest.FINDINGS_KEPT, reading);
    }

    /** Validates the file, of whose errors and informations so many are kept, and passes the validation on. */
    public <T> T validated(int kept, Reading<T> reading) {
        return validated(new Validator(), kept, reading);
    }

    private <T> T validated(Validator validator, int kept, Reading<T> reading) {
        try {
            Path file = Files.write(Files.createTempFile("given", ".csv"), bytes);
            ValidationRequest request =
                    new ValidationRequest(SCHEMAS, flow, areas, replace, CURRENT_YEAR, kept, baseline, Progress.NONE);
            try {
                boolean workbook = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
                return reading.of(validator.validate(file, workbook ? "given.xlsx" : "given.csv", request), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public interface Reading<T> {
        T of(Validation validation, Path file) throws IOException;
    }

    /** Returns the findings of a validation from the one with a number, counted from 0. */
    public static Iterator<Finding> findings(Validation validation, long from) {
        Iterator<Finding> findings = validation.findings();
        for (long i = 0; i < from && findings.hasNext(); i++) {
            findings.next();
        }
        return findings;
    }

    public List<Finding> findings() {
        return validated((validation, file) -> {
            List<Finding> findings = new ArrayList<>();
            validation.findings().forEachRemaining(findings::add);
            return findings;
        });
    }

    /** Returns all findings, one line each. */
    public List<String> found() {
        return findings().stream().map(Given::line).toList();
    }

    /** Returns the findings of one rule. */
    public List<String> found(String rule) {
        return found().stream().filter(line -> line.startsWith(rule + " ")).toList();
    }

    public ValidationReport report() {
        return validated((validation, file) -> validation.report());
    }

    /** Returns the sentences of the only finding: the fault and its correction. */
    public List<String> says() {
        Finding finding = findings().stream().collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
            if (list.size() != 1) {
                throw new AssertionError("expected one finding, but found " + list);
            }
            return list.get(0);
        }));
        Sentences sentences = new Sentences(RuleTexts.in("en"), flow.structure());
        return List.of(sentences.message(finding), sentences.fix(finding));
    }

    public static String line(Finding finding) {
        StringBuilder line = new StringBuilder(finding.rule());
        line.append(' ').append(finding.line() == null ? "-" : finding.line());
        line.append(' ')
                .append(finding.column() == null ? "-" : finding.column().name());
        line.append(' ').append(finding.value() == null ? "-" : '"' + finding.value() + '"');
        return line.append(' ').append(finding.suggestions()).toString();
    }
}
