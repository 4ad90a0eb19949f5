package org.tipstats.publish.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.publish.checks.LossChecks;
import org.tipstats.publish.checks.LossChecks.LossConfig;
import org.tipstats.publish.checks.LossChecks.ReleasedSummary;
import org.tipstats.publish.checks.OtherSourceSummary;
import org.tipstats.publish.checks.ProtectionChecks;
import org.tipstats.publish.checks.ProtectionSummary;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.checks.VintageReview;
import org.tipstats.publish.consult.ConsultationCheck;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleaseHistory;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.publish.remedy.RemedySummary;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Checks a draft before publication: problems that block it, and facts that a publisher should know. */
@Singleton
record ReleaseInspection(
        SchemaRegistry schemas,
        PublishedReleases published,
        ReleaseHistory history,
        AcceptedObservations accepted,
        ReleaseRepository releases,
        LossConfig losses,
        ConsultationCheck consultation,
        ObjectMapper json) {

    /** @param isApproved true if the release is no draft any more: it is scheduled, published or withdrawn */
    ReleaseChecks inspect(Release release, boolean isApproved) {
        ProtectionSummary summary = ProtectionSummary.parse(release.checks, json);
        ReleaseReference reference = release.reference();
        Optional<ReleaseReference> before = published.before(reference);
        List<ReleaseCheck> checks = new ArrayList<>();
        checks.add(content(summary.dataflows()));
        checks.addAll(new ProtectionChecks(summary).all());
        checks.addAll(new LossChecks(summary, before.map(this::summary).orElse(null), losses).all());
        rounding().ifPresent(checks::add);
        OtherSourceSummary.check(summary.beside()).ifPresent(checks::add);
        checks.add(protectedAgainst(release, isApproved));
        checks.add(population(summary.dataflows()));
        checks.addAll(comparison(before, reference));
        checks.add(newestYear(reference));
        checks.add(openSubmissions());
        checks.add(acceptedSince(release));
        consultation.of(reference).ifPresent(checks::add);
        RemedySummary remedies = RemedySummary.parse(release.remedies, json);
        checks.replaceAll(check -> check.with(remedies));
        return ReleaseChecks.of(release.id, checks);
    }

    private ReleaseCheck content(Map<String, WithheldFigures> withheld) {
        long figures = withheld.entrySet().stream()
                .filter(entry -> !isReference(entry.getKey()))
                .mapToLong(entry -> entry.getValue().published())
                .sum();
        return figures > 0
                ? new ReleaseCheck(
                        "content",
                        Outcome.PASSED,
                        "The release contains " + figures + " figures and rates.",
                        figures,
                        List.of())
                : ReleaseCheck.of(
                        "content",
                        Outcome.BLOCKING,
                        "No figures are accepted yet, so there is nothing to publish.",
                        List.of());
    }

    private boolean isReference(String dataflow) {
        return schemas.dataflow(dataflow).map(Dataflow::isReference).orElse(false);
    }

    /**
     * Blocks a draft if other releases were published or scheduled after the draft was made, because disclosure control
     * did not take those releases into account.
     */
    private ReleaseCheck protectedAgainst(Release release, boolean isApproved) {
        Set<String> known = Set.of(release.protectedAgainst);
        List<Map<String, Object>> items = isApproved
                ? List.of()
                : history.approved().stream()
                        .filter(other -> !other.id().equals(release.id) && !known.contains(other.contentHash()))
                        .map(other -> ReleaseCheck.item("release", other.id()))
                        .toList();
        return ReleaseCheck.of(
                "protected-against",
                Outcome.BLOCKING,
                items,
                "The draft is protected against all other releases.",
                "Other releases were published or scheduled since the draft was made. Together they may reveal figures"
                        + " that each of them withholds: make the draft again.");
    }

    private Optional<ReleaseCheck> rounding() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            if (dataflow.disclosure().rounds()) {
                items.add(ReleaseCheck.item(
                        "dataflow", dataflow.id(), "base", dataflow.disclosure().roundingBase()));
            }
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(ReleaseCheck.of(
                        "rounding",
                        Outcome.PASSED,
                        "In these dataflows small counts are rounded to 0 or the base, and all totals are sums of"
                                + " rounded counts.",
                        items));
    }

    private ReleaseCheck population(Map<String, WithheldFigures> withheld) {
        boolean known = withheld.keySet().stream().anyMatch(this::isReference);
        return known
                ? ReleaseCheck.passed("population", "Population figures are accepted, so rates are computed.")
                : ReleaseCheck.of(
                        "population",
                        Outcome.WARNING,
                        "No population figures are accepted, so the release has no rates and no shares of population.",
                        List.of());
    }

    private ReleasedSummary summary(ReleaseReference before) {
        return new ReleasedSummary(before.id(), ProtectionSummary.parse(releases.findById(before.id()).checks, json));
    }

    private List<ReleaseCheck> comparison(Optional<ReleaseReference> earlier, ReleaseReference reference) {
        return earlier.map(before -> comparison(before, reference))
                .orElse(List.of(
                        ReleaseCheck.passed("coverage", "There is no previous release to compare with."),
                        ReleaseCheck.passed("big-changes", "There is no previous release to compare with.")));
    }

    private List<ReleaseCheck> comparison(ReleaseReference before, ReleaseReference reference) {
        List<Map<String, Object>> gone = new ArrayList<>();
        List<Map<String, Object>> big = new ArrayList<>();
        for (Dataflow dataflow : schemas.submitted()) {
            Cube old = published.vintage(before, dataflow).cube();
            Cube now = published.vintage(reference, dataflow).cube();
            VintageReview review = new VintageReview(dataflow);
            gone.addAll(review.missing(old, now));
            big.addAll(review.bigChanges(old, now));
        }
        return List.of(
                ReleaseCheck.of(
                        "coverage",
                        Outcome.WARNING,
                        gone,
                        "Every country, area and year of release " + before.id() + " is in this one.",
                        "Countries, areas and years of release " + before.id() + " are missing from this one."),
                ReleaseCheck.of(
                        "big-changes",
                        Outcome.WARNING,
                        big,
                        "No total of a region or of the world changes by more than a fifth.",
                        "Totals of regions or of the world change by more than a fifth from release " + before.id()
                                + "."));
    }

    private ReleaseCheck newestYear(ReleaseReference reference) {
        List<Map<String, Object>> thin = new ArrayList<>();
        for (Dataflow dataflow : schemas.submitted()) {
            thin.addAll(new VintageReview(dataflow)
                    .thinNewestYears(published.vintage(reference, dataflow).cube()));
        }
        return ReleaseCheck.of(
                "newest-year",
                Outcome.WARNING,
                thin,
                "The newest year of the world covers at least half of the people of the year before.",
                "The newest year of the world covers less than half of the people of the year before: its total must not"
                        + " be read as a fall.");
    }

    private ReleaseCheck openSubmissions() {
        List<Map<String, Object>> items = new ArrayList<>();
        accepted.pendingByStatus()
                .forEach((status, count) -> items.add(ReleaseCheck.item("status", status, "submissions", count)));
        return ReleaseCheck.of(
                "open-submissions",
                Outcome.WARNING,
                items,
                "No submission is waiting for a justification or a review.",
                "Submissions are waiting for a justification or a review; they are not in the release.");
    }

    private ReleaseCheck acceptedSince(Release release) {
        long since = accepted.latest() - release.acceptance;
        return since == 0
                ? ReleaseCheck.passed("accepted-since", "Everything accepted is in the draft.")
                : new ReleaseCheck(
                        "accepted-since",
                        Outcome.WARNING,
                        since + " submissions were accepted after the draft was made and are not in it.",
                        since,
                        List.of());
    }
}
