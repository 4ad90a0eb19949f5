package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads the warnings of a submission together with the texts that explain them. */
@ApplicationScoped
@OwnAreas
public class WarningReader {

    private final SubmissionRepository submissions;
    private final JustificationRepository justifications;
    private final SubmissionFileRepository files;
    private final SchemaRegistry schemas;

    WarningReader(
            SubmissionRepository submissions,
            JustificationRepository justifications,
            SubmissionFileRepository files,
            SchemaRegistry schemas) {
        this.submissions = submissions;
        this.justifications = justifications;
        this.files = files;
        this.schemas = schemas;
    }

    /**
     * Returns the warnings of a submission by rule. The warnings of a rule are grouped by the texts that explain them.
     *
     * @param most the largest number of warnings to return in each group
     * @throws org.tipstats.platform.problem.ProblemException 404 if the actor may not see the submission
     */
    public Map<String, List<ExplainedWarnings>> of(UUID id, Actor actor, int most) {
        Submission submission = submissions.get(id, actor);
        FindingIndex<Justification> given = FindingIndex.of(
                schemas.dataflow(submission.dataflow).orElseThrow().structure(), justifications.of(id));
        Map<String, Map<Set<String>, ExplainedWarnings>> found = new TreeMap<>();
        files.eachWarning(id, finding -> {
            Map<String, JustificationView> texts = new LinkedHashMap<>();
            given.about(finding).forEach(each -> texts.putIfAbsent(each.text, JustificationView.from(each, null)));
            found.computeIfAbsent(finding.rule(), rule -> new LinkedHashMap<>())
                    .merge(
                            Set.copyOf(texts.keySet()),
                            new ExplainedWarnings(List.copyOf(texts.values()), List.of(), 0).with(finding, most),
                            (known, added) -> known.with(finding, most));
        });
        Map<String, List<ExplainedWarnings>> byRule = new TreeMap<>();
        found.forEach((rule, parts) -> byRule.put(rule, List.copyOf(parts.values())));
        return byRule;
    }

    /**
     * Warnings of a rule that the same texts explain.
     *
     * @param given the texts; empty if nobody has explained these warnings yet
     * @param first the first warnings, in the order of the report
     */
    public record ExplainedWarnings(List<JustificationView> given, List<Finding> first, long count) {

        private ExplainedWarnings with(Finding finding, int most) {
            List<Finding> more = first.size() < most
                    ? Stream.concat(first.stream(), Stream.of(finding)).toList()
                    : first;
            return new ExplainedWarnings(given, more, count + 1);
        }
    }
}
