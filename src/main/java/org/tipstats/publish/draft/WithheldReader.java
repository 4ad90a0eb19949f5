package org.tipstats.publish.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.collect.values.ProposedFigures;
import org.tipstats.collect.values.ProposedFigures.Proposal;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.ProtectionStages;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Shows an area the figures that a release would withhold. The years of the area's submission are compiled and
 * protected in the same way as a release, but without the remedies of blocked drafts. Only one such task runs at a
 * time. The result is cached until the input of the task changes.
 */
@ApplicationScoped
public class WithheldReader {

    private record PreviewInput(Proposal proposal, long acceptance, long thresholds, List<String> releases) {}

    private static final long MAX_CACHED_FIGURES = 200_000;

    private final ProposedFigures proposals;
    private final AcceptedObservations accepted;
    private final AreaThresholdRepository thresholds;
    private final EarlierReleases earlier;
    private final CompilationService compilation;
    private final Protection protection;
    private final Cache<PreviewInput, WithheldPreview> previews = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_FIGURES)
            .weigher((PreviewInput state, WithheldPreview preview) ->
                    preview.withheld().size() + 1)
            .build();

    WithheldReader(
            ProposedFigures proposals,
            AcceptedObservations accepted,
            AreaThresholdRepository thresholds,
            EarlierReleases earlier,
            CompilationService compilation,
            Protection protection) {
        this.proposals = proposals;
        this.accepted = accepted;
        this.thresholds = thresholds;
        this.earlier = earlier;
        this.compilation = compilation;
        this.protection = protection;
    }

    /**
     * Returns the preview of a submission. If it is not cached, waits until other protections have ended, and computes
     * it.
     */
    public WithheldPreview of(String submission, Actor actor, JobProgressListener watch) {
        PreviewInput state = state(proposals.find(submission, actor));
        WithheldPreview kept = previews.getIfPresent(state);
        return kept != null
                ? kept
                : protection.inTurn(() -> {
                    // During the wait the input may have changed, or another request may have computed the preview.
                    PreviewInput now = state(proposals.find(submission, actor));
                    WithheldPreview made = previews.getIfPresent(now);
                    return made != null ? made : protect(now, new ProtectionStages(watch));
                });
    }

    /** Returns the preview if it has been computed and is still valid. Otherwise the result is empty. */
    public Optional<WithheldPreview> cached(String submission, Actor actor) {
        return Optional.ofNullable(previews.getIfPresent(state(proposals.find(submission, actor))));
    }

    private PreviewInput state(Proposal proposal) {
        return new PreviewInput(proposal, accepted.latest(), thresholds.lastNumber(), earlier.hashes());
    }

    private WithheldPreview protect(PreviewInput state, ProtectionProgress progress) {
        Proposal proposal = state.proposal();
        YearSelection years = new YearSelection(proposal.periods());
        Map<String, Cube> compiled = compilation.compile(
                state.acceptance(),
                (dataflow, national) -> years.of(
                        dataflow.id().equals(proposal.dataflow().id())
                                ? proposals.merge(proposal, national)
                                : national));
        List<EarlierRelease> known = earlier.known(years::of).releases();
        Map<String, ProtectedCube> safe = new TreeMap<>(
                protection.protect(compiled, known, progress).release().cubes());
        WithheldPreview preview = preview(
                proposal,
                compiled.get(proposal.dataflow().id()),
                safe.get(proposal.dataflow().id()));
        previews.put(state, preview);
        return preview;
    }

    private static WithheldPreview preview(Proposal proposal, Cube compiled, ProtectedCube safe) {
        List<WithheldFigure> withheld = new ArrayList<>();
        long figures = 0;
        if (compiled != null) {
            KeySpace space = compiled.space();
            Dimension area = space.structure().area();
            Set<String> areas = Set.copyOf(proposal.areas());
            for (Observation observation : compiled) {
                boolean own = areas.contains(space.code(observation.key(), area));
                figures += own && observation.value() != null ? 1 : 0;
            }
            for (WithheldCell cell : safe.withheld()) {
                if (areas.contains(space.code(cell.key(), area))) {
                    withheld.add(new WithheldFigure(
                            space.codes(cell.key()), cell.value(), WithheldFigure.word(cell.reason())));
                }
            }
        }
        return new WithheldPreview(proposal.id().toString(), proposal.dataflow().id(), figures, withheld);
    }

    /**
     * A withheld figure, for readers who may know the true figure.
     *
     * @param key the codes of the figure, by the ids of their dimensions
     * @param reason the reason as {@link #word} returns it; null if it was not stored
     */
    public record WithheldFigure(Map<String, String> key, BigDecimal value, String reason) {

        /** Returns the name of a reason in the API, for example {@code below-area-threshold}. */
        public static String word(Reason reason) {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Leaves the value out, so that no log contains it. */
        @Override
        public String toString() {
            return "WithheldFigure[" + key + "]";
        }
    }

    /**
     * The figures of a submission's areas that would be withheld, in the years of the submission.
     *
     * @param figures the number of all figures of these areas, withheld or not
     */
    public record WithheldPreview(String submission, String dataflow, long figures, List<WithheldFigure> withheld) {}
}
