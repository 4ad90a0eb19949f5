package org.tipstats.collect.justify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SampleStructures;

class KeyPatternTest {

    private static final DataStructure VICTIMS = SampleStructures.victims();

    @Test
    void dimensionsThatAreNotNamedStayOpen() {
        KeyPattern group = KeyPattern.of(VICTIMS, Map.of("TIME_PERIOD", "2016", "REF_AREA", "AUT", "OTHER", "x"));
        assertEquals("AUT.....2016", group.toString());
        assertFalse(group.isWhole());
        assertTrue(group.has(VICTIMS.time()));
        assertEquals("2016", group.code(VICTIMS.time()));
        assertEquals("AUT.....", group.forAll(VICTIMS.time()).toString());
        assertEquals("AUT.....2017", group.with(VICTIMS.time(), "2017").toString());
    }

    @Test
    void itsTextIsReadBack() {
        for (String text : new String[] {".....", "AUT.....2016", "AUT.F._T._T.NUMBER.2016", "..._T.NUMBER."}) {
            assertEquals(text, KeyPattern.parse(text).toString());
            assertEquals(6, KeyPattern.parse(text).codes().size());
        }
        assertTrue(KeyPattern.parse("AUT.F._T._T.NUMBER.2016").isWhole());
    }

    @Test
    void aShapeKeepsCodesWhereItHasThem() {
        KeyPattern group = KeyPattern.parse("AUT.....2016");
        assertEquals(0b100001, group.shape());
        assertEquals(group, KeyPattern.parse("AUT.F._T._T.NUMBER.2016").restrictedTo(group.shape()));
        assertEquals(
                "AUT.....",
                KeyPattern.parse("AUT.F....").restrictedTo(group.shape()).toString());
    }
}
