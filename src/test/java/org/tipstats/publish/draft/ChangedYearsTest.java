package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/** Two years of the real table, published more than once. */
@Execution(ExecutionMode.CONCURRENT)
class ChangedYearsTest {

    private static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final String POLICY = "policy";
    private static final List<String> BOTH = List.of("2009", "2010");

    private final VintageAudit audit = new VintageAudit(SampleCubes.SCHEMAS);
    private final DisclosureControl control =
            new DisclosureControl(List.of(VICTIMS), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE);
    private final MemoryReceipts receipts = new MemoryReceipts();
    private final AuditedSuppression suppression =
            new AuditedSuppression(control, new YearAudits(SampleCubes.SCHEMAS, audit, receipts, "test"), POLICY);
    private final List<EarlierRelease> published = new ArrayList<>();

    /** The release of the figures as they are, which most tests begin with, and its receipts. */
    private static final class First {

        static final ChangedYearsTest TEST = new ChangedYearsTest();
        static final AuditedRelease RELEASE = TEST.publish("first", national());
    }

    private AuditedRelease publishFirst() {
        AuditedRelease release = First.RELEASE;
        published.addAll(First.TEST.published);
        receipts.store(First.TEST.receipts.stored());
        return release;
    }

    private AuditedRelease publish(String id, List<Observation> national) {
        Map<String, Cube> compiled = compiled(national);
        AuditedRelease audited = suppression.protect(compiled, published, ProtectionProgress.SILENT);
        assertEquals(List.of(), audited.release().blockers());
        published.add(new EarlierRelease(id, compiled, Map.of(VICTIMS.id(), shown(audited)), POLICY));
        return audited;
    }

    private static Map<String, Cube> compiled(List<Observation> national) {
        Cube cube = new AggregateCalculator(VICTIMS, SampleCubes.population()).calculate(Cube.of(SPACE, national));
        return new TreeMap<>(Map.of(VICTIMS.id(), cube));
    }

    private static Cube shown(AuditedRelease audited) {
        return audited.release().cubes().get(VICTIMS.id()).cube();
    }

    private static List<Observation> national() {
        Cube accepted = SampleCubes.accepted(VICTIMS.id());
        return new ArrayList<>(new YearSelection(BOTH).of(accepted).observations());
    }

    /** Returns the figures with Austria's total of a year increased by three. */
    private static List<Observation> revised(String year) {
        List<Observation> figures = national();
        figures.replaceAll(one -> SPACE.format(one.key()).equals("A.AUT._T._T._T.NUMBER." + year)
                ? Observation.count(one.key(), one.value().longValueExact() + 3, one.status())
                : one);
        return figures;
    }

    private ChangedYears changes(List<Observation> national) {
        return new ChangedYears(control, compiled(national), published, POLICY);
    }

    @Test
    void aYearThatDidNotChangeIsShownAsBeforeAndLookedAtNoMore() {
        assertEquals(List.of(), changes(national()).years(), "nothing was published before, so all years are new");
        assertFalse(changes(national()).areNone());
        AuditedRelease first = publishFirst();
        assertEquals(List.of(), first.changed());

        assertTrue(changes(national()).areNone());
        assertEquals(List.of("2010"), changes(revised("2010")).years());
        AuditedRelease second = publish("second", revised("2010"));
        assertEquals(List.of("2010"), second.changed());
        assertEquals(in("2009", shown(first)), in("2009", shown(second)));
        assertEquals(withheldIn("2009", first), withheldIn("2009", second));

        assertEquals(List.of("2010"), changes(national()).years(), "2010 differs from the newest release");
        assertTrue(changes(revised("2010")).areNone());
        AuditedRelease third = publish("third", revised("2010"));
        assertEquals(shown(second).observations(), shown(third).observations());
        assertEquals(List.of(), third.changed());
        // What is safe against a reader of all three releases is so against a reader of two.
        assertTrue(audit.audit(published, ProtectionProgress.SILENT).isSafe());
    }

    @Test
    void aYearIsProtectedBesideAnotherYearAsItIsAlone() {
        AuditedRelease both = publishFirst();
        published.clear();
        List<Observation> year = national().stream()
                .filter(one -> new YearSelection(List.of("2010")).has(SPACE, one.key()))
                .toList();
        AuditedRelease alone = publish("alone", year);
        assertEquals(shown(alone).observations(), in("2010", shown(both)));
        assertEquals(withheldIn("2010", alone), withheldIn("2010", both));
    }

    /** The release before withholds only the small counts of 2010, so that its sums reveal some of them. */
    @Test
    void aYearThatBlocksLeavesOtherYearsTheirAudit() {
        Map<String, Cube> compiled = compiled(national());
        Cube bare = Protection.published(control.withholdAsBefore(compiled, List.of()))
                .get(VICTIMS.id());
        List<Observation> shown = new ArrayList<>(in("2009", shown(First.RELEASE)));
        shown.addAll(in("2010", bare));
        published.add(new EarlierRelease("bare", compiled, Map.of(VICTIMS.id(), Cube.of(SPACE, shown)), "other"));

        AuditedRelease blocked = suppression.protect(compiled, published, ProtectionProgress.SILENT);
        assertFalse(blocked.release().isPublishable());
        assertTrue(blocked.release().blockers().stream()
                .allMatch(one -> new YearSelection(List.of("2010")).has(SPACE, one.key())));
        assertEquals(1, receipts.stored().size(), "2009 was audited");
    }

    @Test
    void aStricterThresholdMakesYearsNewInWhichItCounts() {
        publishFirst();
        DisclosureControl stricter = new DisclosureControl(
                List.of(VICTIMS),
                new AreaSettings(Map.of(VICTIMS.id(), Map.of("AUT", 1_000_000)), Map.of()),
                Exceptions.NONE,
                SearchMemory.NONE);
        ChangedYears changes = new ChangedYears(stricter, compiled(national()), published, POLICY);
        assertFalse(changes.areNone());
        assertEquals(List.of(), changes.years(), "both years changed, so all must be examined");
    }

    @Test
    void underAnotherOrAnUnknownPolicyAllYearsAreSearchedAgain() {
        publishFirst();
        EarlierRelease first = published.get(0);
        EarlierRelease unknown = new EarlierRelease("first", first.compiled(), first.published());
        for (ChangedYears changes : List.of(
                new ChangedYears(control, compiled(national()), List.of(first), "other"),
                new ChangedYears(control, compiled(national()), List.of(unknown), POLICY))) {
            assertFalse(changes.areNone());
            assertEquals(List.of(), changes.years());
        }
    }

    /** A release withholds more than its successor needs to, because Austria had a stricter threshold then. */
    @Test
    void whatAnOldPolicyWithheldBecomesPublicAgain() {
        DisclosureControl stricter = new DisclosureControl(
                List.of(VICTIMS),
                new AreaSettings(Map.of(VICTIMS.id(), Map.of("AUT", 40)), Map.of()),
                Exceptions.NONE,
                SearchMemory.NONE);
        Map<String, Cube> compiled = compiled(national());
        Map<String, Cube> shown = new TreeMap<>();
        stricter.protect(compiled, List.of(), ProtectionProgress.SILENT)
                .cubes()
                .forEach((id, cube) -> shown.put(id, cube.cube()));
        published.add(new EarlierRelease("first", compiled, shown, "stricter"));

        AuditedRelease second = publish("second", national());
        assertEquals(List.of(), second.changed());
        assertTrue(values(shown(second)) > values(shown.get(VICTIMS.id())));
        assertTrue(audit.audit(published, ProtectionProgress.SILENT).isSafe());
    }

    private static long values(Cube cube) {
        return cube.observations().stream().filter(one -> one.value() != null).count();
    }

    /**
     * What was shown stays known, and other figures protect no better what was withheld. So a search with the new order
     * withholds the same figures.
     */
    @Test
    void anotherOrderOfAreasCountsInRevisedYearsOnly() {
        AuditedRelease first = publishFirst();
        Map<String, List<String>> orders = new TreeMap<>();
        for (Code area : VICTIMS.structure().area().codes().codes()) {
            if (!area.isAreaGroup()) {
                orders.put(area.id(), List.of("EXPLOITATION", "AGE", "SEX"));
            }
        }
        DisclosureControl ordered = new DisclosureControl(
                List.of(VICTIMS),
                new AreaSettings(Map.of(), Map.of(VICTIMS.id(), orders)),
                Exceptions.NONE,
                SearchMemory.NONE);

        assertTrue(new ChangedYears(ordered, compiled(national()), published, POLICY).areNone());
        assertTrue(shown(first).observations().equals(searched(ordered, published)));
        assertEquals(List.of("2010"), new ChangedYears(ordered, compiled(revised("2010")), published, POLICY).years());
        assertFalse(
                shown(first).observations().equals(searched(ordered, List.of())),
                "the order counts where nothing is published yet");
    }

    private static List<Observation> searched(DisclosureControl control, List<EarlierRelease> earlier) {
        return control.protect(compiled(national()), earlier, ProtectionProgress.SILENT)
                .cubes()
                .get(VICTIMS.id())
                .cube()
                .observations();
    }

    @Test
    void aChangeOfAnyDataflowMakesItsYearNew() {
        Dataflow citizens = SampleCubes.dataflow("VICTIMS_CITIZENSHIP");
        DisclosureControl both = new DisclosureControl(
                List.of(VICTIMS, citizens), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE);
        KeySpace space = new KeySpace(citizens.structure());
        List<Observation> figures = new ArrayList<>(
                new YearSelection(BOTH).of(SampleCubes.accepted(citizens.id())).observations());
        Map<String, Cube> compiled = new TreeMap<>(compiled(national()));
        compiled.put(citizens.id(), Cube.of(space, figures));
        Map<String, Cube> shown = new TreeMap<>();
        both.protect(compiled, List.of(), ProtectionProgress.SILENT)
                .cubes()
                .forEach((id, cube) -> shown.put(id, cube.cube()));
        List<EarlierRelease> first = List.of(new EarlierRelease("first", compiled, shown, POLICY));
        assertTrue(new ChangedYears(both, compiled, first, POLICY).areNone());

        Observation last = figures.stream()
                .filter(one ->
                        space.code(one.key(), citizens.structure().time()).equals("2010"))
                .reduce((one, other) -> other)
                .orElseThrow();
        figures.remove(last);
        Map<String, Cube> later = new TreeMap<>(compiled);
        later.put(citizens.id(), Cube.of(space, figures));
        assertEquals(List.of("2010"), new ChangedYears(both, later, first, POLICY).years());
    }

    private static List<Observation> in(String year, Cube cube) {
        return new YearSelection(List.of(year)).of(cube).observations();
    }

    private static List<Long> withheldIn(String year, AuditedRelease release) {
        return release.release().cubes().get(VICTIMS.id()).withheld().stream()
                .map(cell -> cell.key())
                .filter(key -> new YearSelection(List.of(year)).has(SPACE, key))
                .toList();
    }

    @Test
    void aFigureThatIsWithheldOtherwiseMakesAYearNew() {
        publishFirst();
        EarlierRelease first = published.remove(0);
        Cube cube = first.published().get(VICTIMS.id());
        Observation opened = new YearSelection(List.of("2009"))
                .of(first.compiled().get(VICTIMS.id())).observations().stream()
                        .filter(one -> SPACE.code(one.key(), VICTIMS.structure().unit())
                                .equals("PER_100000_POP"))
                        .filter(one -> one.value() != null
                                && cube.find(one.key()).orElseThrow().value() == null)
                        .findFirst()
                        .orElseThrow();
        List<Observation> shown = new ArrayList<>(cube.observations());
        shown.replaceAll(one -> one.key() == opened.key() ? opened : one);
        published.add(
                new EarlierRelease("first", first.compiled(), Map.of(VICTIMS.id(), Cube.of(SPACE, shown)), POLICY));

        assertEquals(List.of("2009"), changes(national()).years());
    }
}
