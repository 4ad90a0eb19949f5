package org.tipstats.validate.trial;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.Validator;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.validate.trial.TrialReport.TrialExample;
import org.tipstats.validate.trial.TrialReport.TriedFiles;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A trial of schemas on accepted files. Each file is validated twice under the same conditions, so that all differences
 * come from the schemas, or from rules that count as new. Keeps counts and one example for each difference, and nothing
 * else of the files.
 */
public final class RuleTrial {

    /** The number of findings that are compressed together. */
    private static final int PAGE_SIZE = 1_000;

    private final SchemaRegistry present;
    private final SchemaRegistry tried;
    private final TrialOptions options;
    private final Predicate<String> isNewRule;
    private final Map<ChangeId, Tally> changes = new HashMap<>();
    private long files;
    private long leftOut;
    private long failing;
    private long warned;
    private long relieved;
    private long cut;

    /**
     * The options of a trial.
     *
     * @param since a version of the rules; rules that a later version introduced are new; null if no rule is new
     * @param withRows whether examples may show codes and values of the files
     * @param language the language of the examples
     */
    public record TrialOptions(String since, boolean withRows, String language) {}

    private record ChangeId(String dataflow, String area, String rule, Severity before, Severity after) {}

    private static final class Tally {
        long findings;
        long files;
        TrialExample example;
    }

    public RuleTrial(SchemaRegistry present, SchemaRegistry tried, TrialOptions options) {
        this.present = present;
        this.tried = tried;
        this.options = options;
        Set<String> newer = new HashSet<>();
        RuleCatalogue.entries().stream()
                .filter(rule -> options.since != null && RulesVersion.isLater(rule.since(), options.since))
                .forEach(rule -> newer.add(rule.id()));
        this.isNewRule = newer::contains;
    }

    /** Validates a file twice and counts the differences. */
    public void add(AcceptedFile file) throws IOException {
        Optional<Dataflow> now = present.dataflow(file.dataflow());
        Optional<Dataflow> then = tried.dataflow(file.dataflow());
        if (now.isEmpty() || then.isEmpty()) {
            leftOut++;
            return;
        }
        files++;
        FileChanges found = new FileChanges(file, now.get(), then.get());
        // Keeps only the report of the first validation, so that memory holds the rows of one validation at a time.
        KeptReport before = KeptReport.of(validate(file, present, now.get()));
        Validation after = validate(file, tried, then.get());
        if (isCut(before.head) || isCut(after.report())) {
            cut++;
        }
        new PairedFindings(before.findings(), isNewRule, after.findings()).forEach(found::add);
        found.count();
        if (!hasErrors(before.head) && after.report().counts().error() > 0) {
            failing++;
        }
    }

    private static Validation validate(AcceptedFile file, SchemaRegistry schemas, Dataflow flow) throws IOException {
        return new Validator().validate(file.path(), file.name(), file.request(schemas, flow));
    }

    private static boolean isCut(ValidationReport report) {
        return report.findingsKept() < report.findingsTotal();
    }

    /** Returns whether a file has errors under the present schemas, without those of new rules. */
    private boolean hasErrors(ValidationReport before) {
        return before.summary().stream()
                .anyMatch(group -> group.severity() == Severity.ERROR && !isNewRule.test(group.rule()));
    }

    public TrialReport report() {
        List<FindingChange> all = new ArrayList<>();
        changes.forEach((id, tally) -> all.add(new FindingChange(
                id.dataflow, id.area, id.rule, id.before, id.after, tally.findings, tally.files, tally.example)));
        all.sort(FindingChange.ORDER);
        TriedFiles counts = new TriedFiles(files, leftOut, failing, warned, relieved, cut);
        return new TrialReport(RuleCatalogue.VERSION, options.since, counts, all);
    }

    /** The report of a validation with its findings in compressed pages, without the rows that findings are made of. */
    private record KeptReport(ValidationReport head, List<byte[]> pages) {

        static KeptReport of(Validation validation) {
            List<byte[]> pages = new ArrayList<>();
            validation.pages(PAGE_SIZE).forEachRemaining(pages::add);
            return new KeptReport(validation.report(), pages);
        }

        /** Returns the findings. Holds one page in memory at a time. */
        Iterator<Finding> findings() {
            return pages.stream()
                    .<Finding>mapMulti((page, all) -> ReportJson.expand(page).forEachRemaining(all))
                    .iterator();
        }
    }

    /** The differences of one file. */
    private final class FileChanges {

        private final AcceptedFile file;
        private final Dataflow now;
        private final Dataflow then;
        private final Set<ChangeId> seen = new HashSet<>();

        FileChanges(AcceptedFile file, Dataflow now, Dataflow then) {
            this.file = file;
            this.now = now;
            this.then = then;
        }

        /** Counts a difference. An information that only one of the two validations reports is no difference. */
        void add(Finding before, Finding after) {
            Finding shown = after == null ? before : after;
            Severity from = before == null ? null : before.severity();
            Severity to = after == null ? null : after.severity();
            if (from == to || !isSevere(from) && !isSevere(to)) {
                return;
            }
            ChangeId id = new ChangeId(file.dataflow(), area(shown), shown.rule(), from, to);
            Tally tally = changes.computeIfAbsent(id, none -> new Tally());
            tally.findings++;
            if (seen.add(id)) {
                tally.files++;
            }
            if (tally.example == null) {
                tally.example = example(shown, (after == null ? now : then).structure());
            }
        }

        private String area(Finding finding) {
            String coded = finding.key().get(then.structure().area().id());
            return coded != null || file.areas().size() != 1
                    ? coded
                    : file.areas().get(0);
        }

        private TrialExample example(Finding full, DataStructure structure) {
            Finding finding = options.withRows ? full : full.withoutCells();
            Sentences sentences = new Sentences(RuleTexts.in(options.language), structure);
            return new TrialExample(
                    file.id(),
                    file.name(),
                    file.acceptedAt(),
                    finding.line(),
                    finding.column() == null ? null : finding.column().name(),
                    sentences.message(finding),
                    finding.key(),
                    finding.value());
        }

        void count() {
            if (seen.stream().anyMatch(id -> id.after == Severity.WARNING && !isSevere(id.before))) {
                warned++;
            }
            if (seen.stream().anyMatch(id -> isSevere(id.before) && !isSevere(id.after))) {
                relieved++;
            }
        }
    }

    private static boolean isSevere(Severity severity) {
        return severity == Severity.ERROR || severity == Severity.WARNING;
    }

    /** Compares versions of the rules, such as 1.10.0. */
    public static final class RulesVersion {

        private RulesVersion() {}

        public static boolean isValid(String version) {
            return version.matches("\\d{1,4}(\\.\\d{1,4}){2}");
        }

        static boolean isLater(String version, String other) {
            return Version.parse(version).compareTo(Version.parse(other)) > 0;
        }
    }

    /**
     * Pairs the findings of two reports on one file by rule and place. Reads both reports once, in their order, and
     * holds one finding of each.
     *
     * @param leftOut returns for the id of a rule whether findings of the first report are left out
     */
    private record PairedFindings(Iterator<Finding> first, Predicate<String> leftOut, Iterator<Finding> second) {

        /** Passes each pair to the consumer. One of the two is null if only the other report has such a finding. */
        void forEach(BiConsumer<Finding, Finding> consumer) {
            Finding before = nextBefore();
            Finding after = next(second);
            while (before != null || after != null) {
                int order = before == null ? 1 : after == null ? -1 : Finding.ORDER_WITHOUT_KEY.compare(before, after);
                consumer.accept(order <= 0 ? before : null, order >= 0 ? after : null);
                before = order <= 0 ? nextBefore() : before;
                after = order >= 0 ? next(second) : after;
            }
        }

        private Finding nextBefore() {
            Finding finding = next(first);
            while (finding != null && leftOut.test(finding.rule())) {
                finding = next(first);
            }
            return finding;
        }

        private static Finding next(Iterator<Finding> findings) {
            return findings.hasNext() ? findings.next() : null;
        }
    }
}
