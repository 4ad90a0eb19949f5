package org.tipstats.publish.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Comments that may reveal withheld figures in words. */
class DisclosiveCommentsTest {

    private static final DataStructure VICTIMS = SchemaRegistry.load(Path.of("schemas"))
            .dataflow("VICTIMS")
            .orElseThrow()
            .structure();
    private static final KeySpace SPACE = new KeySpace(VICTIMS);

    private static Observation figure(String key, Integer value, String comment) {
        return new Observation(
                SPACE.parse(key).orElseThrow(),
                value == null ? null : BigDecimal.valueOf(value),
                value == null ? "Q" : "A",
                value == null ? "C" : null,
                comment == null ? Map.of() : Map.of("COMMENT", comment),
                null);
    }

    private static List<String> telling(String comment, String total) {
        Cube compiled = Cube.of(
                SPACE, List.of(figure(total, 12, comment), figure("A.AUT.F._T._T.NUMBER.2016", 3, "three of them, 3")));
        Cube published =
                Cube.of(SPACE, List.of(figure(total, 12, comment), figure("A.AUT.F._T._T.NUMBER.2016", null, null)));
        return new DisclosiveComments(VICTIMS).of(compiled, published);
    }

    @Test
    void aNumberWhereSomethingIsWithheldIsToBeRead() {
        String total = "A.AUT._T._T._T.NUMBER.2016";
        assertEquals(List.of(total), telling("of whom 3 are women", total));
        assertEquals(List.of(total), telling("\u0663 women", total));
        assertEquals(List.of(), telling("of whom a few are women", total));
        assertEquals(List.of(), telling(null, total));
    }

    @Test
    void otherAreasAndYearsAreLeftAlone() {
        assertEquals(List.of(), telling("3 women", "A.AUT._T._T._T.NUMBER.2015"));
        assertEquals(List.of(), telling("3 women", "A.DEU._T._T._T.NUMBER.2016"));
    }
}
