package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.vocabulary.schema.SampleStructures.code;
import static org.tipstats.vocabulary.schema.SampleStructures.coded;
import static org.tipstats.vocabulary.schema.SampleStructures.list;
import static org.tipstats.vocabulary.schema.SampleStructures.structure;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

class DenominatorKeysTest {

    private static final Set<Role> FOLLOWED = EnumSet.of(Role.AREA, Role.TIME, Role.SEX, Role.AGE);
    private static final CodeList GROWN_UP =
            list("CL_GROWN_UP", code("_T", null, "TOTAL", "true"), code("Y_GE18", "_T"));
    private static final KeySpace VICTIMS = new KeySpace(SampleStructures.victims());

    private static final Dimension SEX = coded("SEX", Role.SEX, SampleStructures.SEXES, false);
    private static final Dimension AGE = coded("AGE", Role.AGE, GROWN_UP, false);
    private static final Dimension SUPPORT = coded("SUPPORT", Role.SUPPORT, SampleStructures.SUPPORTS, true);

    /** Returns the key of the population of a figure as a text, or "none". */
    private static String of(String figure, Dimension... ofPersons) {
        KeySpace persons = new KeySpace(structure("DSD_PERSONS", ofPersons));
        long key = new DenominatorKeys(VICTIMS, persons, FOLLOWED)
                .of(VICTIMS.parse(figure).orElseThrow());
        return key == DenominatorKeys.NO_KEY ? "none" : persons.format(key);
    }

    @Test
    void dimensionsWithTheGivenRolesKeepTheirCodes() {
        assertEquals("AUT.F.Y_GE18.NUMBER.2010", of("AUT.F.Y_GE18.LAB.NUMBER.2010", SEX, AGE));
    }

    @Test
    void otherDimensionsGetTheirTotalAndTheUnitBecomesThatOfCounts() {
        assertEquals("AUT._T.M.NUMBER.2010", of("AUT.M.Y18T24.SEX.PER_100000_POP.2010", SUPPORT, SEX));
    }

    @Test
    void aPopulationWithoutTheCodeHasNoKey() {
        assertEquals("none", of("AUT.F.Y18T24._T.NUMBER.2010", SEX, AGE));
    }
}
