package org.tipstats.publish.checks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectionCost;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The effect of disclosure control on a release, stored with it for reviewers and publishers. The first releases stored
 * only the withheld figures by dataflow; {@link #parse} reads that form, too.
 *
 * @param dataflows the withheld figures, by id of the dataflow
 * @param groups the losses of groups of areas, in the order of the area list
 * @param warnings the first totals whose persons are all in one category
 * @param warningCount number of all such totals
 * @param comments the first comments that a publisher should read
 * @param commentCount number of all such comments
 * @param cost amount of computation in the search for a safe pattern; null in the first releases
 * @param seconds duration of compiling and protecting; null in the first releases
 * @param audit the result of the independent audit; null in the first releases
 * @param beside the outcome for the figures of other sources
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProtectionSummary(
        Map<String, WithheldFigures> dataflows,
        List<BlockedCell> blockers,
        List<GroupLoss> groups,
        List<OneCategory> warnings,
        long warningCount,
        List<CommentedFigure> comments,
        long commentCount,
        ProtectionCost cost,
        BigDecimal seconds,
        AuditSummary audit,
        List<OtherSourceSummary> beside) {

    private static final TypeReference<TreeMap<String, WithheldFigures>> FIRST_FORM = new TypeReference<>() {};

    /**
     * A cell that cannot be made safe.
     *
     * @param key series key as text
     */
    record BlockedCell(Blocker.Kind kind, String dataflow, String key) {}

    /**
     * A figure whose comment may reveal a withheld figure.
     *
     * @param key series key as text
     */
    record CommentedFigure(String dataflow, String key) {}

    /** A total whose persons are all in one category. The keys are given as text. */
    record OneCategory(String dataflow, String total, String category) {}

    public ProtectionSummary {
        dataflows = new TreeMap<>(dataflows);
        blockers = List.copyOf(blockers);
        groups = List.copyOf(groups);
        warnings = List.copyOf(warnings);
        comments = List.copyOf(comments);
        beside = beside == null ? List.of() : List.copyOf(beside);
    }

    /** Returns the same summary with the duration, the audit's result and the outcome for other sources. */
    public ProtectionSummary with(BigDecimal took, AuditSummary found, List<OtherSourceSummary> others) {
        return new ProtectionSummary(
                dataflows, blockers, groups, warnings, warningCount, comments, commentCount, cost, took, found, others);
    }

    List<BlockedCell> blockers(Blocker.Kind kind) {
        return blockers.stream().filter(cell -> cell.kind() == kind).toList();
    }

    public String toJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ProtectionSummary parse(String text, ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(text);
            return tree.has("dataflows")
                    ? json.treeToValue(tree, ProtectionSummary.class)
                    : ofFirstForm(json.readValue(text, FIRST_FORM));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProtectionSummary ofFirstForm(Map<String, WithheldFigures> dataflows) {
        List<BlockedCell> blockers = new ArrayList<>();
        dataflows.forEach((dataflow, figures) -> figures.forcedPublicTotals()
                .forEach(key -> blockers.add(new BlockedCell(Blocker.Kind.TOTAL_IS_SENSITIVE, dataflow, key))));
        return new ProtectionSummary(
                dataflows, blockers, List.of(), List.of(), 0, List.of(), 0, null, null, null, null);
    }

    /**
     * The cost of protection for the world, a region or a sub-region: counts and rates of all dataflows together,
     * without reference data.
     *
     * @param area code of the group
     * @param cells number of figures of the group itself
     * @param withheld number of withheld figures of the group itself
     * @param memberCells number of figures of its member areas
     * @param membersWithheld number of withheld figures of its member areas
     */
    record GroupLoss(String area, long cells, long withheld, long memberCells, long membersWithheld) {

        private static final Set<String> SHOWN = Set.of("WORLD", "REGION", "SUB_REGION");

        /** Counts figures by area, then sums them by group. */
        static final class Counter {

            private final Map<String, long[]> byArea = new HashMap<>();

            void add(Cube compiled, Cube published) {
                KeySpace space = compiled.space();
                Dimension area = space.structure().area();
                for (Observation observation : compiled) {
                    if (observation.value() != null) {
                        long[] counts = byArea.computeIfAbsent(space.code(observation.key(), area), id -> new long[2]);
                        counts[0]++;
                        counts[1] += hasValue(published, observation.key()) ? 0 : 1;
                    }
                }
            }

            private static boolean hasValue(Cube published, long key) {
                return published.find(key).map(Observation::value).isPresent();
            }

            List<GroupLoss> groups(CodeList areas) {
                List<GroupLoss> losses = new ArrayList<>();
                for (Code group : areas.codes()) {
                    if (group.annotation("AREA_GROUP").filter(SHOWN::contains).isPresent()) {
                        losses.add(loss(areas, group));
                    }
                }
                return losses;
            }

            private GroupLoss loss(CodeList areas, Code group) {
                long cells = 0;
                long withheld = 0;
                for (Code member : areas.descendants(group)) {
                    if (!member.isAreaGroup()) {
                        cells += of(member)[0];
                        withheld += of(member)[1];
                    }
                }
                return new GroupLoss(group.id(), of(group)[0], of(group)[1], cells, withheld);
            }

            private long[] of(Code area) {
                return byArea.getOrDefault(area.id(), new long[2]);
            }
        }
    }
}
