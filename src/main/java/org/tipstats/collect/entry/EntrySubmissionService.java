package org.tipstats.collect.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.collect.receive.SubmissionService;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.reports.ValidationService;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport.Counts;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;

/** Turns typed figures into a file, checks it by the rules for files, and submits it. */
@ApplicationScoped
public class EntrySubmissionService {

    /** Largest number of findings that a check returns. */
    private static final int MAX_FINDINGS = 1_000;

    private final EntryService entries;
    private final ValidationService validations;
    private final SubmissionService submissions;
    private final UploadReceiver receiver;

    EntrySubmissionService(
            EntryService entries,
            ValidationService validations,
            SubmissionService submissions,
            UploadReceiver receiver) {
        this.entries = entries;
        this.validations = validations;
        this.submissions = submissions;
        this.receiver = receiver;
    }

    /**
     * The findings about the typed figures.
     *
     * @param figures the number of typed figures
     * @param findings the 1,000 most severe findings, the most severe first
     */
    public record EntryCheck(long figures, Counts counts, List<EntryFinding> findings) {

        public boolean valid() {
            return counts.error() == 0;
        }
    }

    /**
     * A finding about a figure.
     *
     * @param key the key of the figure; null if the finding is about all figures
     * @param variant selects the sentences of the rule that explain the finding; empty for the rule's general sentences
     * @param message one or more sentences in the language of the request
     * @param fix a sentence that says how to correct the figure; empty if there is none
     */
    public record EntryFinding(
            @JsonInclude(JsonInclude.Include.NON_NULL) String key,
            String rule,
            @JsonIgnore String variant,
            Severity severity,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String fix) {}

    /** Checks the figures of a draft by the rules of the dataflow, like a file of this actor. */
    public EntryCheck check(EntryPart part, EntryDraft draft, Actor actor, String language) {
        return check(part, TypedRows.of(entries.figures(part, draft, actor)), actor, language);
    }

    private EntryCheck check(EntryPart part, TypedRows rows, Actor actor, String language) {
        if (rows.keys().isEmpty()) {
            return new EntryCheck(0, new Counts(0, 0, 0), List.of());
        }
        byte[] bytes = rows.csv().getBytes(StandardCharsets.UTF_8);
        try (ReceivedFile file = receiver.write(out -> out.write(bytes))) {
            Upload upload = upload(part, rows, language);
            Validation validation = validations.validate(file, upload, Optional.of(actor), Progress.NONE);
            return new EntryCheck(
                    rows.keys().size(),
                    validation.report().counts(),
                    findings(validation.findings(), part, rows, language));
        }
    }

    /** Returns the findings, the most severe first, because a form marks a figure by its first finding. */
    private static List<EntryFinding> findings(
            Iterator<Finding> found, EntryPart part, TypedRows rows, String language) {
        Sentences sentences =
                new Sentences(RuleTexts.in(language), part.dataflow().structure());
        return mostSevere(found)
                .map(finding -> new EntryFinding(
                        finding.record() == null ? null : rows.keys().get(finding.record() - 1),
                        finding.rule(),
                        String.valueOf(finding.parameters().getOrDefault("variant", "")),
                        finding.severity(),
                        sentences.message(finding),
                        sentences.fix(finding)))
                .toList();
    }

    /**
     * Returns the most severe findings first, at most {@link #MAX_FINDINGS}. Sorts before it drops any, so that no
     * error is dropped while a warning is kept.
     */
    static Stream<Finding> mostSevere(Iterator<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        findings.forEachRemaining(all::add);
        return all.stream().sorted(Comparator.comparing(Finding::severity)).limit(MAX_FINDINGS);
    }

    private static Upload upload(EntryPart part, TypedRows rows, String language) {
        String name = part.dataflow().id() + "-" + part.area() + "-" + String.join("-", part.years()) + ".csv";
        return Upload.ofRows(rows.csv(), name, part.dataflow(), UploadOrigin.TYPED, language);
    }

    /**
     * Submits the actor's draft. The draft stays, so that its figures can be corrected if the submission is returned.
     *
     * @param version the version that the actor has seen
     * @param behalf the message of the State if a reviewer submits on behalf of the area; else null
     * @throws ProblemException 409 if the round is not open; 412 if the draft has another version by now; 422 if
     *     nothing is typed, or if the figures have errors, which the member {@code check} lists. Nothing is submitted
     *     then.
     */
    public SubmissionOutcome submit(EntryPart part, long version, Behalf behalf, Actor actor, String language) {
        part.requireOpen();
        EntryDraft draft = entries.draft(part, actor);
        if (draft.version() != version) {
            throw EntryService.changed(draft.version());
        }
        TypedRows rows = TypedRows.of(entries.figures(part, draft, actor));
        EntryCheck check = check(part, rows, actor, language);
        if (check.figures() == 0) {
            throw new ProblemException(ProblemType.CONTENT_INVALID, "Nothing is typed in yet.");
        }
        if (!check.valid()) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "The figures have errors, so nothing was submitted. Correct them and submit again.")
                    .with("check", check));
        }
        return submissions
                .receive(upload(part, rows, language).onBehalf(behalf), actor)
                .get(0);
    }
}
