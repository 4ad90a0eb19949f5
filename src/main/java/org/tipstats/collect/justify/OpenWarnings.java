package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OpenPlace;
import org.tipstats.collect.justify.JustificationRepository.AcceptedJustification;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds those warnings of a submission that have no justification yet, and earlier accepted texts that may justify
 * them.
 */
@ApplicationScoped
@OwnAreas
class OpenWarnings {

    /** The number of open warnings of a rule. */
    @Schema(name = "OpenWarnings")
    record Open(String rule, long count) {}

    private final JustificationRepository justifications;
    private final SubmissionFileRepository files;
    private final SchemaRegistry schemas;

    OpenWarnings(JustificationRepository justifications, SubmissionFileRepository files, SchemaRegistry schemas) {
        this.justifications = justifications;
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
     * Returns the open warnings and the offered texts. If the submission does not wait for justifications, there are
     * none.
     *
     * @param most the largest number of places to return for each rule
     */
    OpenJustifications of(Submission submission, Actor actor, int most) {
        if (submission.status != SubmissionStatus.NEEDS_JUSTIFICATION) {
            return OpenJustifications.NONE;
        }
        DataStructure structure =
                schemas.dataflow(submission.dataflow).orElseThrow().structure();
        Collection<OfferCandidate> candidates = candidates(submission, structure, actor);
        OpenPlaces places = new OpenPlaces(most);
        Map<String, Long> open = count(submission.id, structure, candidates, places);
        return new OpenJustifications(
                open,
                candidates.stream()
                        .filter(OfferCandidate::count)
                        .map(candidate -> candidate.toOffer(actor.readsAll()))
                        .toList(),
                places.all());
    }

    /** Returns earlier texts, newest first. The same text about the same series is listed once. */
    private Collection<OfferCandidate> candidates(Submission submission, DataStructure structure, Actor actor) {
        List<String> rules = rules(ReportJson.readHead(submission.reportHead));
        Map<OfferCandidate.Statement, OfferCandidate> candidates = new LinkedHashMap<>();
        for (AcceptedJustification text : justifications.accepted(submission, rules, actor)) {
            if (OfferCandidate.appliesTo(submission.areaList(), text, structure)) {
                OfferCandidate candidate = new OfferCandidate(text, structure);
                candidates.putIfAbsent(candidate.statement(), candidate);
            }
        }
        return candidates.values();
    }

    /**
     * Counts the open warnings of each rule. Also counts, for each candidate, the open warnings that its text would
     * cover, and collects the places of the open warnings.
     */
    private Map<String, Long> count(
            UUID submission, DataStructure structure, Collection<OfferCandidate> candidates, OpenPlaces places) {
        FindingIndex<Justification> given = FindingIndex.of(structure, justifications.of(submission));
        FindingIndex<OfferCandidate> before = new FindingIndex<>(structure);
        candidates.forEach(candidate -> candidate.addTo(before));
        Map<String, Long> open = new TreeMap<>();
        files.eachWarning(submission, finding -> {
            if (!given.covers(finding)) {
                open.merge(finding.rule(), 1L, Long::sum);
                List<OfferCandidate> about = before.about(finding).toList();
                about.forEach(candidate -> candidate.count(finding));
                places.add(finding, about.stream().map(OfferCandidate::id).toList());
            }
        });
        return open;
    }

    /**
     * Collects open warnings by place. Findings of one rule about the same figure share a place, and are explained
     * together.
     */
    private static final class OpenPlaces {

        private record Place(String rule, Integer line, Map<String, String> key) {}

        private final int most;
        private final Map<Place, OpenPlace> places = new LinkedHashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();

        /** @param most the largest number of places to keep for each rule */
        OpenPlaces(int most) {
            this.most = most;
        }

        /**
         * Adds an open warning.
         *
         * @param offers the ids of the offered texts that apply to it
         */
        void add(Finding finding, List<String> offers) {
            Place place = new Place(finding.rule(), finding.line(), finding.key());
            OpenPlace known = places.get(place);
            if (known != null) {
                places.put(place, known.with(finding, offers));
            } else if (counts.merge(finding.rule(), 1, Integer::sum) <= most) {
                places.put(place, new OpenPlace(List.of(finding), offers));
            }
        }

        /** Returns the first places of each rule, in the order of the report. */
        List<OpenPlace> all() {
            return List.copyOf(places.values());
        }
    }
}
