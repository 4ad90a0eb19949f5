package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.collect.justify.JustificationDrafts.Draft;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Adds justifications of warnings, and checks that every warning has a justification. */
@ApplicationScoped
@OwnAreas
public class Justifications {

    /** The code list of reasons. */
    private static final String REASONS = "CL_JUSTIFICATION_REASON";

    private final JustificationRepository repository;
    private final OpenWarnings openWarnings;
    private final Footnotes footnotes;
    private final SubmissionFileRepository files;
    private final SchemaRegistry schemas;

    Justifications(
            JustificationRepository repository,
            OpenWarnings openWarnings,
            Footnotes footnotes,
            SubmissionFileRepository files,
            SchemaRegistry schemas) {
        this.repository = repository;
        this.openWarnings = openWarnings;
        this.footnotes = footnotes;
        this.files = files;
        this.schemas = schemas;
    }

    /**
     * Adds all requested justifications. If one of the requests has an error, adds none.
     *
     * @return true if every warning of the submission now has a justification
     * @throws ProblemException 400 if a request has an error; lists all errors of the first check that finds any
     */
    public boolean add(Submission submission, List<JustificationRequest> requests, Actor by, Instant at) {
        ValidationReport report = ReportJson.readHead(submission.reportHead);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        List<Draft> drafts = drafts(submission, dataflow.structure(), report, requests, by, at);
        boolean complete = count(submission, dataflow.structure(), report, drafts);
        ProblemException.requireNone(misplaced(drafts));
        drafts.forEach(draft -> draft.justification().covers(draft.covered()));
        ProblemException.requireNone(footnotes.propose(submission, dataflow, drafts));
        repository.persist(drafts.stream().map(Draft::justification));
        return complete;
    }

    private List<Draft> drafts(
            Submission submission,
            DataStructure structure,
            ValidationReport report,
            List<JustificationRequest> requests,
            Actor by,
            Instant at) {
        boolean offered = requests.stream().anyMatch(request -> request != null && request.offer() != null);
        JustificationDrafts drafts = new JustificationDrafts(
                submission.id,
                structure,
                new JustificationDrafts.Choices(
                        OpenWarnings.rules(report),
                        reasons(),
                        offered ? openWarnings.of(submission, by, 0).offers() : List.of()),
                by,
                at);
        for (int i = 0; i < requests.size(); i++) {
            drafts.add("/" + i, requests.get(i));
        }
        ProblemException.requireNone(drafts.faults());
        if (requests.isEmpty()) {
            throw ProblemException.body("", null, "Give at least one justification.");
        }
        return drafts.drafts();
    }

    private List<String> reasons() {
        return schemas.codeList(REASONS).stream()
                .flatMap(list -> list.codes().stream())
                .map(Code::id)
                .toList();
    }

    /** Returns the rules of the warnings in the report. */
    public List<String> warnedRules(Submission submission) {
        return OpenWarnings.rules(ReportJson.readHead(submission.reportHead));
    }

    /**
     * Counts the findings that each new justification covers.
     *
     * @return true if every warning now has a justification
     */
    private boolean count(Submission submission, DataStructure structure, ValidationReport report, List<Draft> drafts) {
        List<Justification> all = new ArrayList<>(repository.of(submission.id));
        drafts.forEach(draft -> all.add(draft.justification()));
        Set<String> whole = all.stream()
                .filter(Justification::isForWholeRule)
                .map(justification -> justification.rule)
                .collect(Collectors.toSet());
        boolean byRule = whole.containsAll(OpenWarnings.rules(report));
        if (byRule && drafts.stream().allMatch(draft -> draft.justification().isForWholeRule())) {
            drafts.forEach(draft -> draft.covered().addAll(warningsOf(draft.justification().rule, report)));
            return true; // the summary is enough; no finding needs to be read
        }
        return byReading(submission, structure, all, drafts);
    }

    private static long warningsOf(String rule, ValidationReport report) {
        return report.summary().stream()
                .filter(group ->
                        group.severity() == Severity.WARNING && group.rule().equals(rule))
                .mapToLong(SummaryGroup::count)
                .sum();
    }

    private boolean byReading(
            Submission submission, DataStructure structure, List<Justification> all, List<Draft> drafts) {
        FindingIndex<Justification> given = FindingIndex.of(structure, all);
        FindingIndex<Draft> added = new FindingIndex<>(structure);
        for (Draft draft : drafts) {
            Justification justification = draft.justification();
            added.add(justification.rule, justification.line, justification.keyPattern(), draft);
        }
        boolean[] complete = {true};
        files.eachWarning(submission.id, finding -> {
            complete[0] &= given.covers(finding);
            KeyPattern key = KeyPattern.of(structure, finding.key());
            added.about(finding).forEach(draft -> draft.covered().add(key));
        });
        return complete[0];
    }

    /** Returns an error for each justification that covers no warning. */
    private static List<InputError> misplaced(List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.covered().count() == 0)
                .map(draft -> {
                    Justification justification = draft.justification();
                    boolean byKey = justification.key != null;
                    return InputError.pointer(
                            draft.pointer() + (byKey ? "/key" : "/line"),
                            byKey ? null : justification.line,
                            "The report has no warning of this rule there.");
                })
                .toList();
    }

    /**
     * Explains why figures with warnings are correct. A justification without line and key covers all findings of the
     * rule.
     *
     * @param key codes by dimension id, as in a finding; if some dimensions are missing, the justification covers all
     *     findings of the rule that have the given codes
     * @param reason a code of CL_JUSTIFICATION_REASON, or null
     * @param footnote true to propose the text as the public comment of the one value that it explains
     * @param offer the id of an offered text to take over, or {@code all} for all offered texts; rule, key and each
     *     missing member are taken from the offer
     */
    public record JustificationRequest(
            String rule,
            Integer line,
            Map<String, String> key,
            String text,
            String reason,
            Boolean footnote,
            String offer) {

        /** Creates a request that explains all findings of a rule with one text. */
        public static JustificationRequest ofRule(String rule, String text) {
            return new JustificationRequest(rule, null, null, text, null, null, null);
        }

        /**
         * Creates a request that explains the findings of a rule about one figure.
         *
         * @param key codes by dimension id; may be empty
         */
        public static JustificationRequest ofPlace(String rule, Integer line, Map<String, String> key, String text) {
            return new JustificationRequest(rule, line, key.isEmpty() ? null : key, text, null, null, null);
        }

        /** Creates a request to take over an offered text unchanged. */
        public static JustificationRequest ofOffer(String offer) {
            return new JustificationRequest(null, null, null, null, null, null, offer);
        }
    }
}
