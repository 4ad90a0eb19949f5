package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Checks keys that are packed into numbers: nothing is lost, and numbers sort like the codes. */
class KeySpaceTest {

    private static final List<KeySpace> SPACES = SchemaRegistry.load(Path.of("schemas")).dataflows().stream()
            .map(Dataflow::structure)
            .map(KeySpace::new)
            .toList();

    private static int[] positions(KeySpace space, Random random) {
        return space.structure().dimensions().stream()
                .mapToInt(dimension -> random.nextInt(dimension.size()))
                .toArray();
    }

    private static KeySpace any(Random random) {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    @Test
    void packingIsUndoneByAskingForEachPosition() {
        Seeds.check(2000, random -> {
            KeySpace space = any(random);
            int[] positions = positions(space, random);
            long key = space.pack(positions);
            assertTrue(key >= 0);
            for (int d = 0; d < positions.length; d++) {
                assertEquals(positions[d], space.position(key, d));
            }
        });
    }

    @Test
    void parsingIsTheInverseOfFormatting() {
        Seeds.check(2000, random -> {
            KeySpace space = any(random);
            long key = space.pack(positions(space, random));
            assertEquals(OptionalLong.of(key), space.parse(space.format(key)));
            assertEquals(String.join(".", space.codes(key).values()), space.format(key));
        });
    }

    @Test
    void keysSortAsTheirPositionsDo() {
        Seeds.check(500, random -> {
            KeySpace space = any(random);
            List<int[]> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(positions(space, random));
            }
            List<Long> byKey = all.stream().map(space::pack).sorted().toList();
            all.sort(Comparator.comparing(KeySpaceTest::text));
            assertEquals(all.stream().map(space::pack).toList(), byKey);
        });
    }

    /** Returns positions as a text that sorts like the positions. */
    private static String text(int[] positions) {
        StringBuilder text = new StringBuilder();
        for (int position : positions) {
            text.append((char) (' ' + position));
        }
        return text.toString();
    }

    @Test
    void anotherPositionChangesThatDimensionAlone() {
        Seeds.check(2000, random -> {
            KeySpace space = any(random);
            int[] positions = positions(space, random);
            int dimension = random.nextInt(positions.length);
            int other =
                    random.nextInt(space.structure().dimensions().get(dimension).size());
            long changed = space.withPosition(space.pack(positions), dimension, other);
            positions[dimension] = other;
            assertEquals(space.pack(positions), changed);
        });
    }

    @Test
    void aKeyReadsAsItsCodesInTheOrderOfTheDimensions() {
        KeySpace space = new KeySpace(SampleStructures.victims());
        long key = space.parse("AUT.F.Y0T17.SEX.NUMBER.2016").orElseThrow();
        assertEquals(
                List.of(
                        Map.entry("REF_AREA", "AUT"),
                        Map.entry("SEX", "F"),
                        Map.entry("AGE", "Y0T17"),
                        Map.entry("EXPLOITATION", "SEX"),
                        Map.entry("UNIT_MEASURE", "NUMBER"),
                        Map.entry("TIME_PERIOD", "2016")),
                List.copyOf(space.codes(key).entrySet()));
        DataStructure structure = space.structure();
        Dimension time = structure.time();
        assertEquals("2016", space.code(key, time));
        assertEquals(
                "BEL.F.Y0T17.SEX.NUMBER.2016",
                space.format(space.withPosition(key, 0, structure.area().positionOf("BEL"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AUT",
                "AUT.F.Y0T17.SEX.NUMBER",
                "AUT.F.Y0T17.SEX.NUMBER.2016.",
                "AUT.F.Y0T17.SEX.NUMBER.2016.A",
                "AUX.F.Y0T17.SEX.NUMBER.2016",
                "AUT.F.Y0T17.SEX.NUMBER.1999",
                "AUT.F.Y0T17.SEX.NUMBER.16",
                "AUT.F..SEX.NUMBER.2016",
                "aut.F.Y0T17.SEX.NUMBER.2016",
                " AUT.F.Y0T17.SEX.NUMBER.2016"
            })
    void whatIsNoKeyIsNone(String text) {
        assertEquals(OptionalLong.empty(), new KeySpace(SampleStructures.victims()).parse(text));
    }

    @Test
    void aStructureWithTooManyKeysIsRefused() {
        Dimension[] many = new Dimension[25];
        for (int i = 0; i < many.length; i++) {
            Dimension age = SampleStructures.victims().dimensions().get(2);
            many[i] = new Dimension("AGE" + i, 0, age.name(), age.role(), age.codes(), 0, false);
        }
        assertThrows(SchemaException.class, () -> new KeySpace(SampleStructures.structure("DSD_MANY", many)));
    }

    /** Women of all ages, in all forms of exploitation, are a figure by sex alone, too; women of an age are not. */
    @Test
    void theSameFigureHasATotalWhereOnlyOneStructureHasADimension() {
        KeySpace fine = new KeySpace(SampleStructures.victims());
        KeySpace coarse = new KeySpace(SampleStructures.structure(
                "DSD_BY_SEX", SampleStructures.coded("SEX", Role.SEX, SampleStructures.SEXES, false)));
        long women = fine.parse("AUT.F._T._T.NUMBER.2016").orElseThrow();
        long girls = fine.parse("AUT.F.Y0T17._T.NUMBER.2016").orElseThrow();

        long same = fine.sameIn(coarse, women).orElseThrow();

        assertEquals("AUT.F.NUMBER.2016", coarse.format(same));
        assertEquals(OptionalLong.of(women), coarse.sameIn(fine, same));
        assertEquals(OptionalLong.empty(), fine.sameIn(coarse, girls));
    }
}
