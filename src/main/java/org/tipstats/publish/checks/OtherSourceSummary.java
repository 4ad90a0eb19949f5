package org.tipstats.publish.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.draft.SourceProtection.OtherSource;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The outcome of protecting a dataflow of another source. Contains only numbers, and the keys of comments that a
 * publisher should read.
 *
 * @param figures number of counts that may be compared with an official figure of the same cell; excludes areas and
 *     years that cannot be made safe
 * @param others number of all other accepted figures, which the release does not show
 * @param safe false if no figure is published because the figures cannot be made safe
 * @param comments the first keys whose published comments may reveal withheld figures of this source or of the official
 *     source
 */
public record OtherSourceSummary(
        String source, String dataflow, int figures, int others, int shown, boolean safe, List<String> comments) {

    public OtherSourceSummary {
        comments = List.copyOf(comments);
    }

    /**
     * Summarises each dataflow of each source.
     *
     * @param official the official figures of the same release
     */
    public static List<OtherSourceSummary> of(
            List<OtherSource> sources, EarlierRelease official, SchemaRegistry schemas) {
        List<OtherSourceSummary> summaries = new ArrayList<>();
        for (OtherSource beside : sources) {
            new TreeMap<>(beside.compiled())
                    .forEach((id, compiled) -> summaries.add(of(
                            beside,
                            id,
                            compiled,
                            official,
                            new DisclosiveComments(
                                    schemas.dataflow(id).orElseThrow().structure()))));
        }
        return summaries;
    }

    private static OtherSourceSummary of(
            OtherSource beside, String id, Cube compiled, EarlierRelease official, DisclosiveComments telling) {
        int figures = counts(compiled);
        int others = beside.others().get(id);
        ProtectedCube safe = beside.safe().get(id);
        if (safe == null) {
            boolean nothing = compiled.size() == 0;
            return new OtherSourceSummary(beside.source(), id, figures, others, 0, nothing, List.of());
        }
        Cube nothing = Cube.empty(compiled.space());
        Cube reported = official.compiled().getOrDefault(id, nothing);
        Cube published = official.published().getOrDefault(id, nothing);
        List<String> comments = telling.ofOtherSource(reported, published, compiled, safe.cube()).stream()
                .limit(ReleaseCheck.ITEMS_SHOWN)
                .toList();
        return new OtherSourceSummary(beside.source(), id, figures, others, counts(safe.cube()), true, comments);
    }

    private static int counts(Cube cube) {
        return (int) cube.observations().stream()
                .filter(observation -> observation.value() != null)
                .count();
    }

    /** Returns the check for the publisher; empty if there are no other sources. */
    public static Optional<ReleaseCheck> check(List<OtherSourceSummary> summaries) {
        if (summaries.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> items =
                summaries.stream().map(OtherSourceSummary::item).toList();
        if (summaries.stream().anyMatch(summary -> !summary.safe)) {
            return Optional.of(ReleaseCheck.of(
                    "other-sources",
                    Outcome.WARNING,
                    "Some sources cannot be shown beside the official figures, because their figures cannot be made safe.",
                    items));
        }
        boolean read = summaries.stream().anyMatch(summary -> !summary.comments.isEmpty());
        return Optional.of(ReleaseCheck.of(
                "other-sources",
                read ? Outcome.WARNING : Outcome.PASSED,
                read
                        ? "Comments of other sources contain numbers where figures are withheld: check these comments."
                        : "Other sources are shown beside the official figures, and the withheld figures are safe.",
                items));
    }

    private Map<String, Object> item() {
        Map<String, Object> item = ReleaseCheck.item(
                "source", source,
                "dataflow", dataflow,
                "figures", figures,
                "others", others,
                "shown", shown,
                "safe", safe);
        if (!comments.isEmpty()) {
            item.put("comments", comments);
        }
        return item;
    }
}
