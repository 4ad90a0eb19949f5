package org.tipstats.mapping.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class MappedKeyTest {

    private final MappedKey.Dimensions dimensions = new MappedKey.Dimensions(
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow());

    private MappedKey key() {
        String[] codes = dimensions.codes();
        codes[dimensions.place("REF_AREA")] = "AUT";
        codes[dimensions.place("TIME_PERIOD")] = "2016";
        codes[dimensions.place("SEX")] = "F";
        return dimensions.key(codes).orElseThrow();
    }

    @Test
    void dimensionsThatATableDoesNotNameHaveTheirFixedCodeOrTheirTotal() {
        Map<String, String> expected = Map.of(
                "FREQ", "A",
                "REF_AREA", "AUT",
                "SEX", "F",
                "AGE", "_T",
                "EXPLOITATION", "_T",
                "UNIT_MEASURE", "NUMBER",
                "TIME_PERIOD", "2016");
        assertEquals(expected, key());
        assertEquals(expected.hashCode(), key().hashCode());
        assertEquals(List.copyOf(new TreeSet<>(expected.keySet())), List.copyOf(key().keySet()));
    }

    @Test
    void aKeyWithoutAreaOrPeriodIsNotComplete() {
        assertTrue(dimensions.key(dimensions.codes()).isEmpty());
    }

    @Test
    void anotherCodeMakesAnotherKey() {
        MappedKey women = key();
        MappedKey men = women.with("SEX", "M");
        assertEquals("M", men.get("SEX"));
        assertEquals("F", women.get("SEX"));
        assertEquals(women, men.with("SEX", "F"));
        assertEquals(-1, dimensions.place("STAGE"));
        assertNull(women.get("STAGE"));
        assertEquals(false, women.containsKey("STAGE"));
    }
}
