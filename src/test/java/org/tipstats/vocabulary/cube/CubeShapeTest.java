package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.vocabulary.schema.SampleStructures.code;
import static org.tipstats.vocabulary.schema.SampleStructures.coded;
import static org.tipstats.vocabulary.schema.SampleStructures.list;
import static org.tipstats.vocabulary.schema.SampleStructures.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.Settings;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Checks how keys are read that the search for figures to hide and the audit share. */
class CubeShapeTest {

    private static final CodeList STEPS = list("CL_STEP", code("SUSPECTED", null), code("CONVICTED", null));
    /** Its parts name no parent. */
    private static final CodeList FLAT =
            list("CL_FLAT", code("NEAR", null), code("ALL", null, "TOTAL", "true"), code("FAR", null));

    private static final CubeShape VICTIMS = shape(SampleStructures.victims());
    private static final String TOTAL = "AUT._T._T._T.NUMBER.2010";
    private static final int AGE = 1;

    private static CubeShape shape(DataStructure structure) {
        return new CubeShape(SampleStructures.dataflow(structure, Map.of()));
    }

    private static long key(String text) {
        return VICTIMS.space().parse(text).orElseThrow();
    }

    private static String text(long key) {
        return VICTIMS.space().format(key);
    }

    private static List<String> ids(List<Code> codes) {
        return codes.stream().map(Code::id).toList();
    }

    private static int position(CodeList codes, String id) {
        return codes.find(id).orElseThrow().position();
    }

    @Test
    void aCountAndItsRateDifferInTheUnitOnly() {
        long count = key("AUT.F._T._T.NUMBER.2010");
        long rate = key("AUT.F._T._T.PER_100000_POP.2010");

        assertTrue(VICTIMS.isCount(count) && VICTIMS.isRate(rate));
        assertFalse(VICTIMS.isRate(count) || VICTIMS.isCount(rate));
        assertEquals(rate, VICTIMS.rateOf(count));
        assertEquals(count, VICTIMS.countOf(rate));
        assertEquals("PER_100000_POP", VICTIMS.rateUnit().id());
    }

    @Test
    void withoutRatesACountStandsForItself() {
        Dataflow all = VICTIMS.dataflow();
        Settings counts = new Settings(
                all.submission(), all.submission(), all.threshold(), all.disclosure(), null, all.rules(), null);
        CubeShape shape = new CubeShape(new Dataflow(
                all.agency(), all.id(), all.version(), all.name(), all.description(), all.structure(), counts));
        long count = shape.space().parse(TOTAL).orElseThrow();

        assertFalse(shape.hasRates() || shape.isRate(count));
        assertEquals(count, shape.rateOf(count));
    }

    @Test
    void anAreaHasGroupsAndAGroupHasMembers() {
        long austria = key(TOTAL);
        Code area = VICTIMS.areaOf(austria);
        Code group = SampleStructures.AREAS.find("155").orElseThrow();

        assertEquals("AUT", area.id());
        assertEquals(List.of("155", "150", "001"), ids(VICTIMS.groupsOf(area)));
        assertEquals(List.of("AUT", "BEL", "CHE"), ids(VICTIMS.partsOf(group)));
        assertEquals("155._T._T._T.NUMBER.2010", text(VICTIMS.inArea(austria, group)));
        assertEquals(
                VICTIMS.partsOf(group).stream()
                        .map(part -> VICTIMS.inArea(austria, part))
                        .toList(),
                Arrays.stream(VICTIMS.areasOf(VICTIMS.inArea(austria, group)))
                        .boxed()
                        .toList());
        assertFalse(VICTIMS.isGroup(austria));
        assertTrue(VICTIMS.isGroup(VICTIMS.inArea(austria, group)));
        assertEquals("2010", VICTIMS.year(austria));
    }

    @Test
    void aBreakdownIsADimensionWithATotal() {
        CubeShape persons = shape(structure(
                "DSD_PERSONS",
                coded("STEP", Role.STAGE, STEPS, false),
                coded("SEX", Role.SEX, SampleStructures.SEXES, false)));

        assertEquals(
                List.of("SEX"), persons.breakdowns().stream().map(Dimension::id).toList());
        assertEquals(1, persons.breakdownCount());
        assertEquals(3, VICTIMS.breakdownCount());
    }

    @Test
    void codesLeadUpToTheTotal() {
        CodeList ages = SampleStructures.AGES;
        int child = position(ages, "Y0T11");
        int minor = position(ages, "Y0T17");
        int adult = position(ages, "Y_GE18");
        long key = key("AUT.F.Y0T11.LAB.NUMBER.2010");

        assertEquals(child, VICTIMS.code(key, AGE));
        assertEquals(minor, VICTIMS.parent(AGE, child));
        assertEquals(VICTIMS.total(AGE), VICTIMS.parent(AGE, minor));
        assertEquals(CubeShape.NONE, VICTIMS.parent(AGE, VICTIMS.total(AGE)));
        assertTrue(VICTIMS.isWithin(AGE, child, child) && VICTIMS.isWithin(AGE, child, VICTIMS.total(AGE)));
        assertFalse(VICTIMS.isWithin(AGE, child, adult) || VICTIMS.isWithin(AGE, minor, child));
        assertEquals("AUT.F.Y_GE18.LAB.NUMBER.2010", text(VICTIMS.withCode(key, AGE, adult)));
        assertEquals(key(TOTAL), VICTIMS.grandTotal(key));
    }

    @Test
    void aCodeWithoutAParentIsAPartOfTheTotal() {
        CubeShape shape = shape(structure("DSD_ORIGINS", coded("ORIGIN", Role.NONE, FLAT, false)));

        assertEquals(position(FLAT, "ALL"), shape.parent(0, position(FLAT, "NEAR")));
        assertEquals(position(FLAT, "ALL"), shape.parent(0, position(FLAT, "FAR")));
        assertEquals(CubeShape.NONE, shape.parent(0, position(FLAT, "ALL")));
    }
}
