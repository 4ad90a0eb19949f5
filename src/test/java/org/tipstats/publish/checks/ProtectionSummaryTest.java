package org.tipstats.publish.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.JsonText;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.checks.ProtectionSummary.BlockedCell;
import org.tipstats.publish.checks.ProtectionSummary.CommentedFigure;
import org.tipstats.publish.checks.ProtectionSummary.GroupLoss;
import org.tipstats.publish.checks.ProtectionSummary.OneCategory;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;

/** The stored summary of a protection, and the checks that a publisher sees. */
class ProtectionSummaryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FIRST_FORM =
            "{\"VICTIMS\":{\"published\":10,\"nationalCounts\":2,\"aggregateCounts\":1,\"rates\":3,"
                    + "\"forcedPublicTotals\":[\"A.009._T._T._T.NUMBER.2001\"]}}";

    private static ProtectionSummary summary() {
        WithheldFigures victims = new WithheldFigures(
                100,
                3,
                1,
                4,
                null,
                Map.of(Reason.SMALL, 2, Reason.BELOW_AREA_THRESHOLD, 1),
                Map.of(Reason.COMPLEMENTARY, 1),
                BigDecimal.valueOf(400),
                BigDecimal.valueOf(12),
                List.of(new RankLoss(false, "total", 9, 1, BigDecimal.valueOf(90), BigDecimal.valueOf(4))),
                List.of(new RankLoss.WithheldTotal("A.ALB._T._T._T.NUMBER.2001", Reason.SMALL)));
        return new ProtectionSummary(
                Map.of("VICTIMS", victims),
                List.of(
                        new BlockedCell(Blocker.Kind.REVEALED_BY_TOTALS, "VICTIMS", "A.AUT.F._T._T.NUMBER.2001", true),
                        new BlockedCell(
                                Blocker.Kind.REVEALED_BY_EARLIER_RELEASES,
                                "VICTIMS",
                                "A.AUT.M._T._T.NUMBER.2001",
                                false)),
                List.of(new GroupLoss("150", 20, 1, 60, 3), new GroupLoss("009", 5, 0, 9, 0)),
                List.of(new OneCategory("VICTIMS", "A.AUT._T._T._T.NUMBER.2001", "A.AUT.F._T._T.NUMBER.2001")),
                130,
                List.of(new CommentedFigure("VICTIMS", "A.AUT._T._T._T.NUMBER.2001")),
                1,
                new ProtectionCost(50, 20, 6),
                new BigDecimal("1.5"),
                new AuditSummary(
                        20,
                        List.of(new AuditSummary.Exposed("r-1", "VICTIMS", "A.AUT.F._T._T.NUMBER.2001", true)),
                        1,
                        0,
                        30,
                        12,
                        4,
                        new BigDecimal("0.3"),
                        null,
                        0),
                List.of(new OtherSourceSummary("IOM", "VICTIMS", 5, 1, 3, true, List.of())));
    }

    /** A draft of version 1.0 must be publishable after an upgrade. The service refuses numbers that are missing. */
    @Test
    void aSummaryOfVersion10HasNoReceipts() {
        String former = """
                {"dataflows":{},"blockers":[],"groups":[],"warnings":[],"warningCount":0,"comments":[],"commentCount":0,
                "cost":{"unknowns":1,"equations":1,"linearPrograms":1},"seconds":0.2,"beside":[],
                "audit":{"hidden":2,"exposed":[],"exposedCount":0,"alreadyPublic":0,"unknowns":5,"equations":3,
                "linearPrograms":4,"seconds":0.1,"years":[]}}""";
        ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        AuditSummary audit = ProtectionSummary.parse(former, strict).audit();
        assertEquals(2, audit.hidden());
        assertEquals(0, audit.receipts());
    }

    private static ReleaseCheck check(ProtectionSummary summary, String id) {
        return Stream.concat(
                        new ProtectionChecks(summary).all().stream(),
                        new LossChecks(summary, null, LossChecksTest.limits(0, 30)).all().stream())
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsKeptIsReadBack() {
        ProtectionSummary read = ProtectionSummary.parse(JsonText.write(JSON, summary()), JSON);
        assertEquals(summary(), read);
    }

    @Test
    void theChecksOfTheFirstReleasesAreStillRead() {
        ProtectionSummary read = ProtectionSummary.parse(FIRST_FORM, JSON);
        assertEquals(10, read.dataflows().get("VICTIMS").published());
        assertNull(read.cost());
        assertEquals(Outcome.BLOCKING, check(read, "public-totals").outcome());
        assertEquals(
                List.of(Map.of("dataflow", "VICTIMS", "key", "A.009._T._T._T.NUMBER.2001")),
                check(read, "public-totals").items());
        assertEquals(6, check(read, "withheld").count());
        assertEquals(Outcome.PASSED, check(read, "protection-cost").outcome());
        assertEquals(
                Map.of("dataflow", "VICTIMS", "nationalCounts", 2, "aggregateCounts", 1, "rates", 3, "published", 10),
                check(read, "withheld").items().get(0));
    }

    @Test
    void aReleaseOfNothingHasChecks() {
        ProtectionSummary read = ProtectionSummary.parse("{}", JSON);
        assertEquals(0, check(read, "withheld").count());
        assertEquals(Outcome.PASSED, check(read, "value-lost").outcome());
    }

    @Test
    void eachKindOfBlockerIsACheckOfItsOwn() {
        assertEquals(Outcome.PASSED, check(summary(), "public-totals").outcome());
        assertEquals(
                List.of(Map.of("dataflow", "VICTIMS", "key", "A.AUT.F._T._T.NUMBER.2001", "found", "no-move")),
                check(summary(), "protection").items());
        assertEquals(Outcome.BLOCKING, check(summary(), "protection").outcome());
        assertEquals(
                List.of(Map.of("dataflow", "VICTIMS", "key", "A.AUT.M._T._T.NUMBER.2001", "found", "not-found")),
                check(summary(), "earlier-releases").items());
        assertEquals(Outcome.BLOCKING, check(summary(), "earlier-releases").outcome());
    }

    @Test
    void whatIsWithheldIsToldByReason() {
        Map<String, Object> item = check(summary(), "withheld").items().get(0);
        assertEquals(Map.of("small", 2, "below-area-threshold", 1), item.get("nationalByReason"));
        assertEquals(Map.of("complementary", 1), item.get("aggregateByReason"));
        assertEquals(8, check(summary(), "withheld").count());
    }

    @Test
    void theShareOfTheSumThatIsLostIsTold() {
        assertEquals(
                new BigDecimal("0.0300"),
                check(summary(), "value-lost").items().get(0).get("share"));
    }

    @Test
    void eachRegionThatLosesAnythingIsTold() {
        assertEquals(
                List.of(Map.of(
                        "REF_AREA", "150",
                        "cells", 20L,
                        "withheld", 1L,
                        "share", new BigDecimal("0.0500"),
                        "memberCells", 60L,
                        "membersWithheld", 3L,
                        "membersShare", new BigDecimal("0.0500"))),
                check(summary(), "regions").items());
    }

    @Test
    void totalsWithAllPersonsInOneCategoryWarnOnly() {
        ReleaseCheck check = check(summary(), "attribute-disclosure");
        assertEquals(Outcome.WARNING, check.outcome());
        assertEquals(130, check.count());
        assertEquals(1, check.items().size());
    }

    @Test
    void commentsWithNumbersWarnOnly() {
        ReleaseCheck check = check(summary(), "comments");
        assertEquals(Outcome.WARNING, check.outcome());
        assertEquals(List.of(Map.of("dataflow", "VICTIMS", "key", "A.AUT._T._T._T.NUMBER.2001")), check.items());
    }

    @Test
    void whatTheAuditFindsOutBlocks() {
        ReleaseCheck check = check(summary(), "intruder-audit");
        assertEquals(Outcome.BLOCKING, check.outcome());
        assertEquals(
                List.of(Map.of(
                        "release", "r-1",
                        "dataflow", "VICTIMS",
                        "key", "A.AUT.F._T._T.NUMBER.2001",
                        "finding", "recoverable")),
                check.items());
        AuditSummary safe = new AuditSummary(20, List.of(), 0, 1, 30, 12, 4, new BigDecimal("0.3"), null, 0);
        assertEquals(Outcome.PASSED, safe.check().outcome());
        assertEquals(20, safe.check().count());
        assertEquals("all", safe.check().items().get(0).get("years"));
        assertFalse(safe.check().message().contains("years"));
        ReleaseCheck some = new AuditSummary(
                        20, List.of(), 0, 1, 30, 12, 4, new BigDecimal("0.3"), List.of("2015", "2016"), 0)
                .check();
        assertEquals("2015 2016", some.items().get(0).get("years"));
        assertTrue(some.message().endsWith("in the years with new figures."));
        ReleaseCheck again = new AuditSummary(0, List.of(), 0, 0, 0, 0, 0, new BigDecimal("0.3"), null, 15).check();
        assertEquals(15, again.items().get(0).get("receipts"));
        assertTrue(again.message().endsWith("an earlier audit found safe with the same figures: 15."));
    }

    @Test
    void theCostIsTold() {
        assertEquals(
                List.of(Map.of(
                        "unknowns", 50L, "equations", 20L, "linearPrograms", 6L, "seconds", new BigDecimal("1.5"))),
                check(summary(), "protection-cost").items());
    }
}
