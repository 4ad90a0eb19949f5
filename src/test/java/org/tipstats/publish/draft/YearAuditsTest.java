package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Victims of one area: in each year 600, of them 350 women and 250 men. In a release, a sex that is not named is withheld.
 */
class YearAuditsTest {

    private static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final Map<String, Integer> COUNTS = Map.of("_T", 600, "F", 350, "M", 250);

    private final MemoryReceipts receipts = new MemoryReceipts();
    private final CountingAudit audit = new CountingAudit(SampleCubes.SCHEMAS);
    private final YearAudits audits = new YearAudits(SampleCubes.SCHEMAS, audit, receipts, "1.0");

    /** Remembers the years that it audits. */
    private static final class CountingAudit extends VintageAudit {

        private final List<String> audited = new ArrayList<>();

        CountingAudit(SchemaRegistry schemas) {
            super(schemas);
        }

        @Override
        public AuditReport audit(List<EarlierRelease> vintages, ProtectionProgress progress) {
            TreeSet<String> years = new TreeSet<>();
            vintages.forEach(vintage -> vintage.published()
                    .values()
                    .forEach(cube -> cube.forEach(one ->
                            years.add(SPACE.code(one.key(), VICTIMS.structure().time())))));
            audited.add(String.join(" ", years));
            return super.audit(vintages, progress);
        }
    }

    private static long key(String sex, String year) {
        return SPACE.parse("A.AUT." + sex + "._T._T.NUMBER." + year).orElseThrow();
    }

    /** Returns a release with these figures, for example {@code "2009 _T F"}. */
    private static EarlierRelease release(String... years) {
        return revised(0, years);
    }

    /** Returns a release in which the number of men, and thus the total, is higher. */
    private static EarlierRelease revised(int more, String... years) {
        List<Observation> compiled = new ArrayList<>();
        List<Observation> published = new ArrayList<>();
        for (String year : years) {
            List<String> words = List.of(year.split(" "));
            COUNTS.forEach((sex, count) -> {
                long key = key(sex, words.get(0));
                Observation figure = Observation.count(key, sex.equals("F") ? count : count + more, "A");
                compiled.add(figure);
                published.add(words.contains(sex) ? figure : Observation.absent(key, "Q", "C"));
            });
        }
        return new EarlierRelease(
                String.join(", ", years),
                Map.of("VICTIMS", Cube.of(SPACE, compiled)),
                Map.of("VICTIMS", Cube.of(SPACE, published)));
    }

    private static List<String> found(AuditedYears audited) {
        return audited.report().recoverable().stream()
                .map(ExposedCell::key)
                .sorted()
                .toList();
    }

    @Test
    void aReceiptOfAYearMakesItsAuditSuperfluous() {
        List<EarlierRelease> first = List.of(release("2009 _T", "2010 _T"));
        assertEquals(0, audits.audit(first).receipts());
        AuditedYears again = audits.audit(first);
        assertEquals(2, again.receipts());
        assertEquals(AuditReport.NOTHING, again.report());
        assertEquals(List.of("2009 2010"), audit.audited);
    }

    @Test
    void onlyTheYearsThatAReleaseChangesOrAddsAreAudited() {
        EarlierRelease first = release("2009 _T", "2010 _T", "2011 _T");
        audits.audit(List.of(first));
        EarlierRelease second = release("2009 _T", "2010 _T F M", "2011 _T", "2012 _T");
        assertEquals(2, audits.audit(List.of(first, second)).receipts());
        assertEquals(List.of("2009 2010 2011", "2010 2012"), audit.audited);
    }

    @Test
    void anotherInstanceUsesTheReceiptsAtOnce() {
        List<EarlierRelease> first = List.of(release("2009 _T"));
        audits.audit(first);
        assertEquals(
                1,
                new YearAudits(SampleCubes.SCHEMAS, audit, receipts, "1.0")
                        .audit(first)
                        .receipts());
    }

    @Test
    void whateverAnAuditReadsMakesAnotherAudit() {
        EarlierRelease first = release("2009 _T");
        audits.audit(List.of(first));
        Observation total = Observation.count(key("_T", "2009"), 600, "U");
        Map<String, Cube> uncertain = Map.of("VICTIMS", Cube.of(SPACE, List.of(total)));
        List<List<EarlierRelease>> others = List.of(
                List.of(release("2009 _T F M")),
                List.of(revised(0, "2009")),
                List.of(revised(7, "2009")),
                List.of(new EarlierRelease("", first.compiled(), uncertain)),
                List.of(new EarlierRelease("", uncertain, first.published())),
                List.of(first, revised(7, "2009 _T")),
                List.of(revised(7, "2009 _T"), first));
        for (List<EarlierRelease> other : others) {
            assertEquals(0, audits.audit(other).receipts(), () -> String.valueOf(others.indexOf(other)));
        }
        assertEquals(8, audit.audited.size());
    }

    @Test
    void anotherSettingOrProgramMakesAnotherAudit() {
        List<EarlierRelease> first = List.of(release("2009 _T"));
        audits.audit(first);
        SchemaRegistry stricter = ChangedSchemas.with("VICTIMS.json", "\"value\": \"5\"", "\"value\": \"6\"");
        assertEquals(
                0, new YearAudits(stricter, audit, receipts, "1.0").audit(first).receipts());
        assertEquals(
                0,
                new YearAudits(SampleCubes.SCHEMAS, audit, receipts, "1.1")
                        .audit(first)
                        .receipts());
    }

    /** The women are 350, so the men can be computed, in 2010 only. */
    @Test
    void aYearWithARecoverableFigureHasNoReceipt() {
        List<EarlierRelease> leaking = List.of(release("2009 _T", "2010 _T F"));
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("A.AUT.M._T._T.NUMBER.2010"), found(audits.audit(leaking)));
        }
        assertEquals(List.of("2009 2010", "2010"), audit.audited);
    }

    /** Each release is safe. The second shows the women that the first withholds, which gives away the men. */
    @Test
    void receiptsOfSafeReleasesDoNotHideWhatTheyRevealTogether() {
        EarlierRelease first = release("2009 _T");
        EarlierRelease second = release("2009 F");
        audits.audit(List.of(first));
        audits.audit(List.of(second));
        assertEquals(
                List.of("A.AUT.M._T._T.NUMBER.2009", "A.AUT.M._T._T.NUMBER.2009"),
                found(audits.audit(List.of(first, second))));
    }

    @Test
    void anAuditThatReadFewerReleasesThanWereDigestedLeavesNoReceipt() {
        EarlierRelease first = release("2009 _T");
        EarlierRelease second = release("2009 _T F M");
        List<YearDigests> digests = List.of(audits.digests(first), audits.digests(second));
        audits.audit(digests, years -> EarlierRelease.in(years, List.of(second)));
        assertEquals(
                0,
                audits.audit(digests, years -> EarlierRelease.in(years, List.of(first, second)))
                        .receipts());
        assertEquals(1, audits.audit(digests, years -> List.of()).receipts());
    }

    @Test
    void aReleaseThatRepeatsAYearAddsNothing_butOneThatReturnsToItDoes() {
        YearDigests one = audits.digests(release("2009 _T"));
        YearDigests other = audits.digests(revised(7, "2009 _T"));
        YearDigests none = audits.digests(release("2010 _T"));
        Map<String, String> once = YearDigests.together("", List.of(one, other));
        assertEquals(once, YearDigests.together("", List.of(one, one, other, other)));
        assertEquals(
                once.get("2009"),
                YearDigests.together("", List.of(none, one, other, none)).get("2009"));
        assertNotEquals(once, YearDigests.together("", List.of(one, other, one)));
        assertNotEquals(
                once.get("2009"),
                YearDigests.together("", List.of(one, none, other)).get("2009"));
        assertNotEquals(once, YearDigests.together("others", List.of(one, other)));
    }

    @Test
    void aFigureThatIsOnlyPublishedOrOnlyCompiledChangesTheDigest() {
        EarlierRelease both = release("2009 _T F M");
        EarlierRelease published = new EarlierRelease("", Map.of(), both.published());
        EarlierRelease compiled = new EarlierRelease("", both.compiled(), Map.of());
        assertNotEquals(audits.digests(both), audits.digests(published));
        assertNotEquals(audits.digests(both), audits.digests(compiled));
        assertNotEquals(audits.digests(published), audits.digests(compiled));
    }

    @Test
    void thePolicyIsAnotherIfAThresholdOrAnOrderChanges() {
        String none = YearAudits.policy(SampleCubes.SCHEMAS, AreaSettings.NONE);
        AreaSettings threshold = new AreaSettings(Map.of("VICTIMS", Map.of("AUT", 10)), Map.of());
        AreaSettings order = new AreaSettings(Map.of(), Map.of("VICTIMS", Map.of("AUT", List.of("AGE", "SEX"))));
        SchemaRegistry stricter = ChangedSchemas.with("VICTIMS.json", "\"value\": \"5\"", "\"value\": \"6\"");
        assertEquals(none, YearAudits.policy(SampleCubes.SCHEMAS, new AreaSettings(Map.of(), Map.of())));
        assertNotEquals(none, YearAudits.policy(SampleCubes.SCHEMAS, threshold));
        assertNotEquals(none, YearAudits.policy(SampleCubes.SCHEMAS, order));
        assertNotEquals(none, YearAudits.policy(stricter, AreaSettings.NONE));
    }
}
