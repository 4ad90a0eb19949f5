package org.tipstats.mapping.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class MappedKeyTest {

    private final MappedKey.Dimensions dimensions = new MappedKey.Dimensions(
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow());

    private MappedKey key() {
        KeyDraft draft = new KeyDraft(dimensions);
        draft.putAllIfAbsent(Map.of("REF_AREA", "AUT", "TIME_PERIOD", "2016", "SEX", "F"));
        return draft.key().orElseThrow();
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
        assertTrue(new KeyDraft(dimensions).key().isEmpty());
    }

    @Test
    void anotherCodeMakesAnotherKey() {
        MappedKey women = key();
        int sex = women.place("SEX");
        MappedKey men = women.with(sex, "M");
        assertEquals("M", men.get("SEX"));
        assertEquals("F", women.get("SEX"));
        assertEquals(women, men.with(sex, "F"));
        assertEquals(new MappedKey.Rest(women, sex), new MappedKey.Rest(men, sex));
        assertEquals(new MappedKey.Rest(women, sex).hashCode(), new MappedKey.Rest(men, sex).hashCode());
        assertNotEquals(new MappedKey.Rest(women, 0), new MappedKey.Rest(men, 0));
        assertEquals(-1, dimensions.place("STAGE"));
        assertNull(women.get("STAGE"));
        assertEquals(false, women.containsKey("STAGE"));
    }

    @Test
    void theFirstCodeOfADimensionCountsWithItsOwnWord() {
        KeyDraft row = new KeyDraft(dimensions);
        row.put("SEX", "F", "Frauen");
        row.put("STAGE", "CONVICTED", "Verurteilte");
        KeyDraft title = new KeyDraft(dimensions);
        title.put("SEX", "M", "Männer");
        title.put("AGE", "Y0T17", "Minderjährige");
        KeyDraft all = row.copy();
        all.fill(title);
        assertEquals("Frauen", all.word(dimensions.place("SEX")));
        assertEquals("Minderjährige", all.word(dimensions.place("AGE")));
        assertEquals(Set.of("AGE", "SEX"), all.named());
        assertEquals(Set.of("SEX"), row.named());
        all.putAllIfAbsent(Map.of("SEX", "M", "REF_AREA", "AUT", "TIME_PERIOD", "2016"));
        assertEquals("F", all.key().orElseThrow().get("SEX"));
    }
}
