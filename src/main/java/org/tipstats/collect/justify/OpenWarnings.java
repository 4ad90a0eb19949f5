package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.OfferCandidate.OfferedJustification;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the warnings of a submission that have no justification yet, and earlier accepted texts that may serve as a
 * justification.
 */
@ApplicationScoped
class OpenWarnings {

    /** The number of open warnings of a rule. */
    @Schema(name = "OpenWarnings")
    record Open(String rule, long count) {}

    /** @param offers newest first */
    record WarningState(List<Open> open, List<OfferedJustification> offers) {

        static final WarningState NONE = new WarningState(List.of(), List.of());
    }

    private final JustificationRepository justifications;
    private final Database database;
    private final SubmissionFileRepository files;
    private final SchemaRegistry schemas;

    OpenWarnings(
            JustificationRepository justifications,
            Database database,
            SubmissionFileRepository files,
            SchemaRegistry schemas) {
        this.justifications = justifications;
        this.database = database;
        this.files = files;
        this.schemas = schemas;
    }

    /** Returns the rules of a report's warnings, sorted. */
    static List<String> rules(ValidationReport report) {
        return report.summary().stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .map(SummaryGroup::rule)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns the open warnings and the offered texts. If the submission does not wait for justifications, both are
     * empty.
     */
    WarningState of(Submission submission, Actor actor) {
        if (submission.status != SubmissionStatus.NEEDS_JUSTIFICATION) {
            return WarningState.NONE;
        }
        DataStructure structure =
                schemas.dataflow(submission.dataflow).orElseThrow().structure();
        Collection<OfferCandidate> candidates = candidates(submission, structure, actor);
        Map<String, Long> open = count(submission.id, structure, candidates);
        return new WarningState(
                open.entrySet().stream()
                        .map(rule -> new Open(rule.getKey(), rule.getValue()))
                        .toList(),
                candidates.stream()
                        .filter(OfferCandidate::count)
                        .map(candidate -> candidate.toOffer(actor.readsAll()))
                        .toList());
    }

    /** Returns earlier texts, newest first. The same text about the same series is listed once. */
    private Collection<OfferCandidate> candidates(Submission submission, DataStructure structure, Actor actor) {
        List<String> rules = rules(ReportJson.readHead(submission.reportHead));
        Map<OfferCandidate.Statement, OfferCandidate> candidates = new LinkedHashMap<>();
        for (AcceptedJustification text : accepted(submission, rules, actor)) {
            if (OfferCandidate.appliesTo(submission.areaList(), text, structure)) {
                OfferCandidate candidate = new OfferCandidate(text, structure);
                candidates.putIfAbsent(candidate.statement(), candidate);
            }
        }
        return candidates.values();
    }

    /**
     * Returns justifications for the rules from other accepted submissions that the actor may see, newest acceptance
     * first. The other submissions have the same dataflow and source, and an area in common with the given submission.
     * Leaves out justifications of a line whose findings have different keys, because only the file with this line can
     * use them.
     */
    private List<AcceptedJustification> accepted(Submission submission, Collection<String> rules, Actor actor) {
        return database.list(
                """
                select j.id, j.rule, j.subject, j.text, j.reason, j.footnote, s.areas, s.id, s.periods, a.accepted_at,
                       j.actor_name, e.actor_name
                from justification j
                join submission s on s.id = j.submission_id
                join acceptance a on a.submission_id = s.id
                left join submission_event e on e.submission_id = s.id and e.status = 'ACCEPTED'
                where s.dataflow = ? and s.source = ? and s.id <> ? and s.areas && ?::varchar[] and j.rule = any (?)
                  and (j.line is null or j.subject is not null)
                  and (? or s.submitted_by = ? or s.areas <@ ?::varchar[])
                order by a.number desc, j.id\
                """,
                AcceptedJustification::from,
                submission.dataflow,
                submission.source,
                submission.id,
                submission.areaList(),
                rules,
                actor.readsAll(),
                actor.id(),
                actor.areasOf(submission.source));
    }

    /**
     * Counts the open warnings of each rule. Also counts, for each candidate, the open warnings that its text would
     * cover.
     */
    private Map<String, Long> count(UUID submission, DataStructure structure, Collection<OfferCandidate> candidates) {
        FindingIndex<Justification> given = FindingIndex.of(structure, justifications.of(submission));
        FindingIndex<OfferCandidate> before = new FindingIndex<>(structure);
        candidates.forEach(candidate -> candidate.addTo(before));
        Map<String, Long> open = new TreeMap<>();
        files.eachWarning(submission, finding -> {
            if (!given.covers(finding)) {
                open.merge(finding.rule(), 1L, Long::sum);
                before.about(finding).forEach(candidate -> candidate.count(finding));
            }
        });
        return open;
    }

    /**
     * A justification of an accepted submission.
     *
     * @param subject the keys that the justification explains; null for all findings of the rule
     * @param areas the areas of the submission that the justification belongs to
     */
    record AcceptedJustification(
            long id,
            String rule,
            KeyPattern subject,
            String text,
            String reason,
            boolean footnote,
            List<String> areas,
            OfferedJustification.Origin origin) {

        /** Reads a row of the query in {@link OpenWarnings}. */
        static AcceptedJustification from(ResultSet row) throws SQLException {
            String subject = row.getString(3);
            return new AcceptedJustification(
                    row.getLong(1),
                    row.getString(2),
                    subject == null ? null : KeyPattern.parse(subject),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    texts(row, 7),
                    new OfferedJustification.Origin(
                            row.getObject(8, UUID.class),
                            texts(row, 9),
                            row.getObject(10, OffsetDateTime.class).toInstant(),
                            row.getString(11),
                            row.getString(12)));
        }

        private static List<String> texts(ResultSet row, int column) throws SQLException {
            return List.of((String[]) row.getArray(column).getArray());
        }
    }
}
