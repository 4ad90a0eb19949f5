package org.tipstats.publish.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.publish.draft.SourceProtection.Beside;
import org.tipstats.publish.release.ReleaseCheck.Outcome;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The outcome of protecting a dataflow of another source. Contains only numbers, and the keys of comments that a
 * publisher should read.
 *
 * @param figures number of counts that stand beside official ones
 * @param others number of further accepted counts, none of which is shown
 * @param shown number of figures that are published
 * @param safe false if nothing is published because it cannot be made safe
 * @param comments the first keys whose published comments may reveal withheld figures, of this source or official ones
 */
record BesideSummary(
        String source, String dataflow, int figures, int others, int shown, boolean safe, List<String> comments) {

    BesideSummary {
        comments = List.copyOf(comments);
    }

    /** @param official the release that the sources stand beside */
    static List<BesideSummary> of(List<Beside> sources, EarlierRelease official, SchemaRegistry schemas) {
        List<BesideSummary> summaries = new ArrayList<>();
        for (Beside beside : sources) {
            new TreeMap<>(beside.compiled())
                    .forEach((id, compiled) -> summaries.add(of(
                            beside,
                            id,
                            compiled,
                            official,
                            new TellingComments(
                                    schemas.dataflow(id).orElseThrow().structure()))));
        }
        return summaries;
    }

    private static BesideSummary of(
            Beside beside, String id, Cube compiled, EarlierRelease official, TellingComments telling) {
        ProtectedCube safe = beside.safe().get(id);
        if (safe == null) {
            boolean nothing = compiled.size() == 0;
            return new BesideSummary(
                    beside.source(), id, counts(compiled), beside.others().get(id), 0, nothing, List.of());
        }
        Cube nothing = Cube.empty(compiled.space());
        List<String> comments = telling.beside(
                official.compiled().getOrDefault(id, nothing),
                official.published().getOrDefault(id, nothing),
                compiled,
                safe.cube());
        return new BesideSummary(
                beside.source(),
                id,
                counts(compiled),
                beside.others().get(id),
                counts(safe.cube()),
                true,
                comments.subList(0, Math.min(ReleaseCheck.ITEMS_SHOWN, comments.size())));
    }

    private static int counts(Cube cube) {
        return (int) cube.observations().stream()
                .filter(observation -> observation.value() != null)
                .count();
    }

    /** Returns the check for the publisher; empty if there are no other sources. */
    static Optional<ReleaseCheck> check(List<BesideSummary> summaries) {
        if (summaries.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> items =
                summaries.stream().map(BesideSummary::item).toList();
        if (summaries.stream().anyMatch(summary -> !summary.safe)) {
            return Optional.of(ReleaseCheck.of(
                    "other-sources",
                    Outcome.WARNING,
                    "Of some sources nothing is shown beside the official figures: it cannot be made safe.",
                    items));
        }
        boolean read = summaries.stream().anyMatch(summary -> !summary.comments.isEmpty());
        return Optional.of(ReleaseCheck.of(
                "other-sources",
                read ? Outcome.WARNING : Outcome.PASSED,
                read
                        ? "Comments of other sources have numbers in them where figures are withheld: read them."
                        : "Other sources stand beside the official figures; what is withheld is safe from them.",
                items));
    }

    private Map<String, Object> item() {
        Map<String, Object> item = ReleaseCheck.item(
                "source",
                source,
                "dataflow",
                dataflow,
                "figures",
                figures,
                "others",
                others,
                "shown",
                shown,
                "safe",
                safe);
        if (!comments.isEmpty()) {
            item.put("comments", comments);
        }
        return item;
    }
}
