package org.tipstats.publish.checks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.checks.RankLoss.WithheldTotal;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The effect of disclosure control on a release, stored with the release for reviewers and publishers. The first
 * releases stored only the withheld figures by dataflow; {@link #parse} also reads this old format.
 *
 * @param groups the numbers of withheld figures of the world, regions, sub-regions and user-defined groups, in the
 *     order of the area list
 * @param warnings the first totals whose persons are all in one category
 * @param comments the first figures whose comments a publisher should read
 * @param cost amount of computation in the search for a safe choice of figures to withhold; null in the first releases
 * @param seconds duration of compiling and protecting; null in the first releases
 * @param audit the result of the independent audit; null in the first releases
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
     * @param noMove true if it is proved that withholding more figures does not help; null in the first releases
     */
    record BlockedCell(Blocker.Kind kind, String dataflow, String key, Boolean noMove) {}

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

    List<BlockedCell> blockers(Blocker.Kind kind) {
        return blockers.stream().filter(cell -> cell.kind() == kind).toList();
    }

    /** Reads a stored summary. Numbers that earlier versions of the program did not store are 0. */
    public static ProtectionSummary parse(String text, ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(text);
            return tree.has("dataflows")
                    ? json.readerFor(ProtectionSummary.class)
                            .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                            .readValue(tree)
                    : ofFirstForm(json.readValue(text, FIRST_FORM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProtectionSummary ofFirstForm(Map<String, WithheldFigures> dataflows) {
        List<BlockedCell> blockers = new ArrayList<>();
        dataflows.forEach((dataflow, figures) -> figures.forcedPublicTotals()
                .forEach(key -> blockers.add(new BlockedCell(Blocker.Kind.TOTAL_IS_SENSITIVE, dataflow, key, null))));
        return new ProtectionSummary(
                dataflows, blockers, List.of(), List.of(), 0, List.of(), 0, null, null, null, null);
    }

    /**
     * The number of withheld figures of the world, a region, a sub-region or a user-defined group: counts and rates of
     * all dataflows together, without reference data.
     *
     * @param cells number of figures of the group itself
     * @param withheld number of withheld figures of the group itself
     * @param memberCells number of figures of its member areas
     * @param membersWithheld number of withheld figures of its member areas
     */
    record GroupLoss(String area, long cells, long withheld, long memberCells, long membersWithheld) {}

    /**
     * The number of figures that disclosure control withholds in one dataflow. Names only those of them that are
     * totals.
     *
     * @param published number of observations in the dataset, with or without a value
     * @param forcedPublicTotals keys of totals that must be public although they are small counts of persons; null
     *     except in the first releases
     * @param national number of withheld counts of areas, by reason; null in the first releases
     * @param aggregate number of withheld counts of groups of areas, by reason; null in the first releases
     * @param value the sum of all counts of areas; null in the first releases
     * @param valueWithheld the sum of the withheld counts of areas; null in the first releases
     * @param ranks the losses by rank; empty for reference data; null in older releases
     * @param totals the withheld totals over all breakdowns; null in older releases
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WithheldFigures(
            int published,
            int nationalCounts,
            int aggregateCounts,
            int rates,
            List<String> forcedPublicTotals,
            Map<Reason, Integer> national,
            Map<Reason, Integer> aggregate,
            BigDecimal value,
            BigDecimal valueWithheld,
            List<RankLoss> ranks,
            List<WithheldTotal> totals) {

        static WithheldFigures from(Dataflow dataflow, Cube compiled, ProtectedCube safe) {
            Map<Reason, Integer> national = new EnumMap<>(Reason.class);
            Map<Reason, Integer> aggregate = new EnumMap<>(Reason.class);
            BigDecimal lost = BigDecimal.ZERO;
            int rates = 0;
            for (WithheldCell cell : safe.withheld()) {
                if (cell.reason() == Reason.RATE) {
                    rates++;
                } else if (isAggregate(compiled.find(cell.key()).orElseThrow())) {
                    aggregate.merge(cell.reason(), 1, Integer::sum);
                } else {
                    national.merge(cell.reason(), 1, Integer::sum);
                    lost = cell.value() == null ? lost : lost.add(cell.value());
                }
            }
            return new WithheldFigures(
                    safe.cube().size(),
                    sum(national),
                    sum(aggregate),
                    rates,
                    null,
                    national,
                    aggregate,
                    all(compiled),
                    lost,
                    dataflow.isReference() ? List.of() : RankLoss.of(dataflow, compiled, safe.cube()),
                    dataflow.isReference() ? List.of() : RankLoss.totals(dataflow, safe));
        }

        private static int sum(Map<Reason, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        private static boolean isAggregate(Observation observation) {
            return observation.coverage() != null;
        }

        /** Returns the sum of the counts of areas. Rates have decimals, so only whole numbers are added. */
        private static BigDecimal all(Cube compiled) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Observation observation : compiled) {
                if (observation.value() != null && observation.value().scale() <= 0 && !isAggregate(observation)) {
                    sum = sum.add(observation.value());
                }
            }
            return sum;
        }
    }
}
