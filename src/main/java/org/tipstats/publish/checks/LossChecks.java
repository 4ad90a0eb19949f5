package org.tipstats.publish.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.publish.checks.ProtectionSummary.GroupLoss;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.publish.checks.RankLoss.WithheldTotal;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;

/**
 * The cost of protection in numbers: by region, and by dataflow and rank (see {@link RankLoss}). Also names the
 * withheld totals. Compares the numbers with those of the release before. For reviewers and publishers only.
 *
 * @param before null for the first release
 */
public record LossChecks(ProtectionSummary now, ReleasedSummary before, LossConfig limits) {

    /** The name of the entry that sums up all ranks with one dimension. */
    private static final String ONE = "one";

    private static final String OLD = "The release was made before this was measured.";

    public record ReleasedSummary(String release, ProtectionSummary summary) {}

    public List<ReleaseCheck> all() {
        return List.of(regions(), withheldTotals(), byRank());
    }

    private ReleaseCheck regions() {
        List<Map<String, Object>> items = now.groups().stream()
                .filter(loss -> loss.withheld() + loss.membersWithheld() > 0)
                .map(this::region)
                .toList();
        return new ReleaseCheck(
                "regions",
                Outcome.PASSED,
                items.isEmpty()
                        ? "No region has a withheld figure."
                        : "Figures withheld in each region and sub-region, of its own and of its countries and areas.",
                items.size(),
                items);
    }

    private Map<String, Object> region(GroupLoss loss) {
        Map<String, Object> item = ReleaseCheck.item("REF_AREA", loss.area());
        item.putAll(numbers(loss));
        Stream<GroupLoss> old = before == null ? Stream.empty() : before.summary().groups().stream();
        old.filter(one -> one.area().equals(loss.area())).findFirst().ifPresent(one -> compare(item, numbers(one)));
        return item;
    }

    private static Map<String, Object> numbers(GroupLoss loss) {
        return ReleaseCheck.item(
                "cells", loss.cells(),
                "withheld", loss.withheld(),
                "share", share(loss.withheld(), loss.cells()),
                "memberCells", loss.memberCells(),
                "membersWithheld", loss.membersWithheld(),
                "membersShare", share(loss.membersWithheld(), loss.memberCells()));
    }

    private ReleaseCheck withheldTotals() {
        List<Map<String, Object>> items = new ArrayList<>();
        Map<String, Long> complements = new TreeMap<>();
        for (Map.Entry<String, WithheldFigures> entry : now.dataflows().entrySet()) {
            List<WithheldTotal> totals = entry.getValue().totals();
            for (WithheldTotal total : totals == null ? List.<WithheldTotal>of() : totals) {
                items.add(ReleaseCheck.item(
                        "dataflow", entry.getKey(),
                        "key", total.key(),
                        "reason", WithheldFigure.word(total.reason())));
                complements.merge(entry.getKey(), total.protectsOthers() ? 1L : 0L, Long::sum);
            }
        }
        String id = "withheld-totals";
        if (items.isEmpty()) {
            return ReleaseCheck.passed(id, isOld() ? OLD : "No total over all breakdowns is withheld.");
        }
        long others = complements.values().stream().mapToLong(Long::longValue).sum();
        String message = "Of the totals over all breakdowns, " + (items.size() - others)
                + " are withheld because they are sensitive themselves, and " + others
                + " to protect other figures. In each dataflow " + limits.totals() + " of the latter may be withheld.";
        boolean tooMany = complements.values().stream().anyMatch(number -> number > limits.totals());
        return new ReleaseCheck(id, tooMany ? Outcome.WARNING : Outcome.PASSED, message, items.size(), items);
    }

    private boolean isOld() {
        return now.dataflows().values().stream().anyMatch(figures -> figures.ranks() == null);
    }

    private ReleaseCheck byRank() {
        String id = "protection-by-rank";
        if (isOld()) {
            return ReleaseCheck.passed(id, OLD);
        }
        List<Map<String, Object>> items = new ArrayList<>();
        List<String> excesses = new ArrayList<>();
        now.dataflows()
                .forEach((dataflow, figures) -> ranks(figures).forEach(loss -> {
                    items.add(item(dataflow, loss));
                    if (loss.rank().equals(ONE) && loss.withheld() * 100 > loss.figures() * limits.byOneDimension()) {
                        excesses.add(dataflow + " " + of(loss) + " " + loss.withheld() + " of " + loss.figures());
                    }
                }));
        String message = excesses.isEmpty()
                ? "In each dataflow at most " + limits.byOneDimension()
                        + " % of the counts broken down by one dimension are withheld."
                : "More than " + limits.byOneDimension()
                        + " % of the counts broken down by one dimension are withheld: " + String.join(", ", excesses)
                        + ".";
        return new ReleaseCheck(
                id, excesses.isEmpty() ? Outcome.PASSED : Outcome.WARNING, message, items.size(), items);
    }

    /**
     * Returns the losses of a dataflow; empty if they are not known. For areas and again for groups, the sum of all
     * ranks with one dimension comes before these ranks.
     */
    private static List<RankLoss> ranks(WithheldFigures figures) {
        List<RankLoss> known = figures == null || figures.ranks() == null ? List.of() : figures.ranks();
        List<RankLoss> ranks = new ArrayList<>(known);
        for (boolean groups : List.of(false, true)) {
            List<RankLoss> some = known.stream()
                    .filter(loss -> loss.isByOneDimension() && loss.groups() == groups)
                    .toList();
            some.stream()
                    .map(loss -> loss.named(ONE))
                    .reduce(RankLoss::plus)
                    .ifPresent(sum -> ranks.add(ranks.indexOf(some.get(0)), sum));
        }
        return ranks;
    }

    private Map<String, Object> item(String dataflow, RankLoss loss) {
        Map<String, Object> item = ReleaseCheck.item("dataflow", dataflow, "of", of(loss), "rank", loss.rank());
        item.putAll(numbers(loss));
        if (loss.rank().equals(ONE)) {
            item.put("limit", BigDecimal.valueOf(limits.byOneDimension(), 2));
        }
        if (before != null) {
            ranks(before.summary().dataflows().get(dataflow)).stream()
                    .filter(old -> old.groups() == loss.groups() && old.rank().equals(loss.rank()))
                    .findFirst()
                    .ifPresent(old -> compare(item, numbers(old)));
        }
        return item;
    }

    private static Map<String, Object> numbers(RankLoss loss) {
        return ReleaseCheck.item(
                "figures", loss.figures(),
                "withheld", loss.withheld(),
                "share", share(loss.withheld(), loss.figures()),
                "value", loss.value(),
                "valueWithheld", loss.valueWithheld(),
                "valueShare", ProtectionChecks.share(loss.valueWithheld(), loss.value()));
    }

    private static String of(RankLoss loss) {
        return loss.groups() ? "groups" : "areas";
    }

    /** Adds the old numbers and the differences between the new and the old numbers. */
    private void compare(Map<String, Object> item, Map<String, Object> old) {
        Map<String, Object> numbers = ReleaseCheck.item("release", before.release());
        Map<String, Object> difference = ReleaseCheck.item();
        old.forEach((name, number) -> {
            numbers.put(name, number);
            difference.put(name, less(item.get(name), number));
        });
        item.put("before", numbers);
        item.put("difference", difference);
    }

    private static Object less(Object number, Object old) {
        return number instanceof BigDecimal exact
                ? exact.subtract((BigDecimal) old)
                : (Object) ((long) number - (long) old);
    }

    private static BigDecimal share(long part, long whole) {
        return ProtectionChecks.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** The limits of what protection may withhold. If a draft exceeds a limit, its checks warn. */
    @ConfigMapping(prefix = "tipstats.losses")
    public interface LossConfig {

        /**
         * How many totals over all breakdowns may be withheld in a dataflow to protect other figures. Default 0: only
         * totals that are sensitive themselves may be withheld.
         */
        @WithDefault("0")
        int totals();

        /**
         * What percentage of the counts that one dimension breaks down may be withheld in a dataflow. Applies to areas
         * and to groups separately. Default 30.
         */
        @WithDefault("30")
        int byOneDimension();
    }
}
