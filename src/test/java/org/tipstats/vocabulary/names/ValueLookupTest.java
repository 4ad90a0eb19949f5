package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.vocabulary.schema.SampleMaps.expression;
import static org.tipstats.vocabulary.schema.SampleMaps.word;
import static org.tipstats.vocabulary.schema.SampleMaps.words;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.SchemaException;

/** Tests translations of values by a representation map. */
class ValueLookupTest {

    private static String found(String value, ValueMapping... mappings) {
        return new ValueLookup(words(mappings))
                .of(List.of(value))
                .map(found -> String.join(" ", found))
                .orElse("unknown");
    }

    private static ValueMapping part(String value, Integer start, Integer end, String code) {
        return new ValueMapping(List.of(new SourceValue(value, false, start, end)), List.of(code), null, null);
    }

    @Test
    void fixedValuesComeBeforeExpressionsAndTheFirstOfSeveralCounts() {
        ValueMapping[] mappings = {
            expression(".*", "_T"), expression("g.*", "M"), word("girls", "F"), word("girls", "_U")
        };
        assertEquals("F", found("girls", mappings));
        assertEquals("_T", found("boys", mappings));
        assertEquals("unknown", found("Girls", word("girls", "F")));
    }

    @Test
    void anExpressionMatchesTheWholeValueUnlessItSaysWhereItMatches() {
        assertEquals("unknown", found("BA", expression("A", "X")));
        assertEquals("X", found("Bishkek", expression("^[A-G]", "X")));
        assertEquals("X", found("Bishkek", expression("kek$", "X")));
        assertEquals("unknown", found("5$ or less", expression("5\\$", "X")));
        assertEquals("X", found("B", expression("A|B", "X")));
    }

    @Test
    void groupsOfAnExpressionBecomePartsOfTheCode() {
        assertEquals("2009-Q3", found("200903", expression("([0-9]{4})[0-9]([0-9]{1})", "\\1-Q\\2")));
        assertEquals("[] \\2 $1", found("A", expression("A(B)?", "[\\1] \\2 $1")));
    }

    @Test
    void partsOfAValueAreCountedFromOne() {
        ValueMapping[] mappings = {
            part("DEF", 5, 7, "middle"), part("XYZ", 9, null, "end"), part("ABC", null, 3, "start")
        };
        assertEquals("middle", found("ABC_DEF_XYZ", mappings));
        assertEquals("end", found("ABC_ABC_XYZ", mappings));
        assertEquals("start", found("ABC", mappings));
        assertEquals("unknown", found("", mappings));
    }

    @Test
    void aCombinationThatIsLeftOutOnPurposeIsNotAnUnknownOne() {
        ValueLookup lookup = new ValueLookup(words(ValueMapping.of(List.of("other crimes"), List.of())));
        assertEquals(Optional.of(List.of()), lookup.of(List.of("other crimes")));
        assertEquals(Optional.empty(), lookup.of(List.of("more crimes")));
    }

    @Test
    void anExpressionThatWouldHardlyEverEndIsStopped() {
        ValueLookup lookup = new ValueLookup(words(expression("(.*a){12}b", "X")));
        SchemaException fault = assertThrows(SchemaException.class, () -> lookup.of(List.of("a".repeat(60))));
        assertTrue(fault.getMessage().contains("takes too long"), fault.getMessage());
        assertEquals("unknown", found("a".repeat(2_000), expression("a*", "X")));
        assertThrows(SchemaException.class, () -> expression("a".repeat(2_000), "X"));
    }
}
