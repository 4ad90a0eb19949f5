package org.tipstats.publish.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.checks.LossChecks.LossConfig;
import org.tipstats.publish.checks.LossChecks.ReleasedSummary;
import org.tipstats.publish.checks.ProtectionSummary.GroupLoss;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.publish.checks.RankLoss.WithheldTotal;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;

/** The cost of protection as checks: judged by the limits of the deployment, compared with the release before. */
class LossChecksTest {

    private static final WithheldTotal SMALL = new WithheldTotal("A.ALB._T._T._T.NUMBER.2016", Reason.SMALL);
    private static final WithheldTotal COMPLEMENT =
            new WithheldTotal("A.AUT._T._T._T.NUMBER.2016", Reason.COMPLEMENTARY);

    /** A summary as releases stored it before ranks were counted. */
    private static final String OLD = "{\"dataflows\":{\"VICTIMS\":{\"published\":10,\"nationalCounts\":2,"
            + "\"aggregateCounts\":1,\"rates\":3,\"national\":{\"SMALL\":2},\"aggregate\":{\"SMALL\":1},"
            + "\"value\":100,\"valueWithheld\":5}},\"blockers\":[],\"groups\":[{\"area\":\"150\",\"cells\":20,"
            + "\"withheld\":1,\"memberCells\":60,\"membersWithheld\":3}],\"warnings\":[],\"comments\":[]}";

    static LossConfig limits(int totals, int percent) {
        return new LossConfig() {
            @Override
            public int totals() {
                return totals;
            }

            @Override
            public int byOneDimension() {
                return percent;
            }
        };
    }

    private static RankLoss loss(boolean groups, String rank, long figures, long withheld) {
        return new RankLoss(
                groups, rank, figures, withheld, BigDecimal.valueOf(figures * 10), BigDecimal.valueOf(withheld * 5));
    }

    private static ProtectionSummary summary(List<RankLoss> ranks, WithheldTotal... totals) {
        WithheldFigures victims = new WithheldFigures(
                100, 0, 0, 0, null, Map.of(), Map.of(), BigDecimal.TEN, BigDecimal.ONE, ranks, List.of(totals));
        return new ProtectionSummary(
                Map.of("VICTIMS", victims),
                List.of(),
                List.of(new GroupLoss("150", 20, 2, 60, 6)),
                List.of(),
                0,
                List.of(),
                0,
                null,
                null,
                null,
                null);
    }

    private static ReleaseCheck check(LossChecks checks, String id) {
        return checks.all().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ReleaseCheck byRank(int percent, RankLoss... losses) {
        return check(new LossChecks(summary(List.of(losses)), null, limits(0, percent)), "protection-by-rank");
    }

    private static ReleaseCheck totals(int most, WithheldTotal... totals) {
        return check(new LossChecks(summary(List.of(), totals), null, limits(most, 30)), "withheld-totals");
    }

    @Test
    void onlySensitiveTotalsPassByDefault() {
        ReleaseCheck passed = totals(0, SMALL);
        assertEquals(Outcome.PASSED, passed.outcome());
        assertEquals(
                List.of(Map.of("dataflow", "VICTIMS", "key", "A.ALB._T._T._T.NUMBER.2016", "reason", "small")),
                passed.items());

        ReleaseCheck warned = totals(0, SMALL, COMPLEMENT);
        assertEquals(Outcome.WARNING, warned.outcome());
        assertEquals(2, warned.count());
        assertEquals("complementary", warned.items().get(1).get("reason"));
        assertEquals(
                "Of the totals over all breakdowns, 1 are withheld because they are sensitive themselves, and 1 to"
                        + " protect other figures. In each dataflow 0 of the latter may be withheld.",
                warned.message());
    }

    @Test
    void aDeploymentMayAllowTotalsToBeWithheld() {
        assertEquals(Outcome.PASSED, totals(1, SMALL, COMPLEMENT).outcome());
        assertEquals(
                Outcome.WARNING,
                totals(1, COMPLEMENT, new WithheldTotal("A.039._T._T._T.NUMBER.2016", Reason.COMPLEMENTARY))
                        .outcome());
        assertEquals("No total over all breakdowns is withheld.", totals(0).message());
    }

    /** Every withheld total is named, however many there are. */
    @Test
    void noWithheldTotalIsLeftOut() {
        WithheldTotal[] many = new WithheldTotal[250];
        Arrays.fill(many, SMALL);
        assertEquals(250, totals(0, many).items().size());
    }

    /** 30 of 100 is 30 %; 31 is more. Totals and counts with more breakdowns do not matter. */
    @Test
    void theShareOfCountsByOneDimensionIsJudged() {
        RankLoss total = loss(false, "total", 10, 10);
        RankLoss two = loss(false, "two", 10, 10);
        RankLoss sex = loss(false, "SEX", 40, 20);
        assertEquals(
                Outcome.PASSED,
                byRank(30, total, sex, loss(false, "AGE", 60, 10), two).outcome());
        ReleaseCheck warned = byRank(30, total, sex, loss(false, "AGE", 60, 11), two);
        assertEquals(Outcome.WARNING, warned.outcome());
        assertEquals(
                "More than 30 % of the counts broken down by one dimension are withheld: VICTIMS areas 31 of 100.",
                warned.message());
        assertEquals(
                Outcome.PASSED,
                byRank(31, total, sex, loss(false, "AGE", 60, 11), two).outcome());
    }

    /** Many public counts of groups do not outweigh the counts of areas, and the other way round. */
    @Test
    void areasAndGroupsAreJudgedApart() {
        assertEquals(
                Outcome.WARNING,
                byRank(30, loss(false, "SEX", 10, 4), loss(true, "SEX", 100, 0)).outcome());
        assertEquals(
                "More than 30 % of the counts broken down by one dimension are withheld: VICTIMS groups 4 of 10.",
                byRank(30, loss(false, "SEX", 100, 0), loss(true, "SEX", 10, 4)).message());
    }

    @Test
    void theNumbersOfEachRankAreThereAndTheSumOfThoseByOneDimension() {
        List<Map<String, Object>> items = byRank(
                        30, loss(false, "total", 8, 1), loss(false, "SEX", 10, 2), loss(false, "AGE", 30, 3))
                .items();
        assertEquals(
                List.of("total", "one", "SEX", "AGE"),
                items.stream().map(item -> item.get("rank")).toList());
        assertEquals(
                Map.of(
                        "dataflow",
                        "VICTIMS",
                        "of",
                        "areas",
                        "rank",
                        "one",
                        "figures",
                        40L,
                        "withheld",
                        5L,
                        "share",
                        new BigDecimal("0.1250"),
                        "value",
                        BigDecimal.valueOf(400),
                        "valueWithheld",
                        BigDecimal.valueOf(25),
                        "valueShare",
                        new BigDecimal("0.0625"),
                        "limit",
                        new BigDecimal("0.30")),
                items.get(1));
        assertFalse(items.get(0).containsKey("limit"));
    }

    @Test
    void theReleaseBeforeIsCompared() {
        ProtectionSummary now = summary(List.of(loss(false, "SEX", 10, 2), loss(true, "SEX", 10, 0)));
        ProtectionSummary old = summary(List.of(loss(false, "SEX", 8, 4)));
        LossChecks checks = new LossChecks(now, new ReleasedSummary("r-1", old), limits(0, 30));
        Map<String, Object> sex = check(checks, "protection-by-rank").items().get(1);
        assertEquals("SEX", sex.get("rank"));
        assertEquals(
                Map.of(
                        "release",
                        "r-1",
                        "figures",
                        8L,
                        "withheld",
                        4L,
                        "share",
                        new BigDecimal("0.5000"),
                        "value",
                        BigDecimal.valueOf(80),
                        "valueWithheld",
                        BigDecimal.valueOf(20),
                        "valueShare",
                        new BigDecimal("0.2500")),
                sex.get("before"));
        assertEquals(
                Map.of(
                        "figures",
                        2L,
                        "withheld",
                        -2L,
                        "share",
                        new BigDecimal("-0.3000"),
                        "value",
                        BigDecimal.valueOf(20),
                        "valueWithheld",
                        BigDecimal.valueOf(-10),
                        "valueShare",
                        new BigDecimal("-0.1500")),
                sex.get("difference"));
        Map<String, Object> groups = check(checks, "protection-by-rank").items().get(3);
        assertEquals("groups", groups.get("of"));
        assertFalse(groups.containsKey("before"), "the release before had no such counts");
        Map<?, ?> region = (Map<?, ?>) check(checks, "regions").items().get(0).get("difference");
        assertEquals(0L, region.get("membersWithheld"));
    }

    @Test
    void oldSummariesShowWhatTheyHave() {
        ProtectionSummary old = ProtectionSummary.parse(OLD, new ObjectMapper());
        LossChecks alone = new LossChecks(old, null, limits(0, 30));
        for (String id : List.of("withheld-totals", "protection-by-rank")) {
            assertEquals(Outcome.PASSED, check(alone, id).outcome());
            assertEquals(
                    "The release was made before this was measured.",
                    check(alone, id).message());
            assertTrue(check(alone, id).items().isEmpty());
        }
        assertEquals(3L, check(alone, "regions").items().get(0).get("membersWithheld"));

        LossChecks next = new LossChecks(
                summary(List.of(loss(false, "SEX", 10, 2))), new ReleasedSummary("old", old), limits(0, 30));
        assertFalse(check(next, "protection-by-rank").items().get(0).containsKey("before"));
        assertEquals(
                Map.of(
                        "cells", 0L,
                        "withheld", 1L,
                        "share", new BigDecimal("0.0500"),
                        "memberCells", 0L,
                        "membersWithheld", 3L,
                        "membersShare", new BigDecimal("0.0500")),
                check(next, "regions").items().get(0).get("difference"));
    }

    @Test
    void aReleaseOfNothingPasses() {
        LossChecks checks = new LossChecks(ProtectionSummary.parse("{}", new ObjectMapper()), null, limits(0, 30));
        assertEquals(
                "No total over all breakdowns is withheld.",
                check(checks, "withheld-totals").message());
        assertEquals(Outcome.PASSED, check(checks, "protection-by-rank").outcome());
    }
}
