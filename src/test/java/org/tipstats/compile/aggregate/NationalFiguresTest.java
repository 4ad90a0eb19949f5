package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.observation;
import static org.tipstats.compile.aggregate.SmallWorld.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;

/** Checks that national figures are published as accepted. */
class NationalFiguresTest {

    private static final long AA = count(VICTIMS, "aa all all 2010");
    private static final Map<String, String> REMARK = Map.of("remark", "first half of the year");

    @Test
    void aCountKeepsItsStatusAndAttributes() {
        Observation accepted = new Observation(AA, BigDecimal.TEN, "early", "open", REMARK, null);

        assertSame(accepted, published(accepted));
    }

    @Test
    void itsRateHasTheSameStatusButNoAttributes() {
        Observation accepted = new Observation(AA, BigDecimal.TEN, "early", "open", REMARK, null);
        Observation rate =
                compile(accepted).find(rate(VICTIMS, "aa all all 2010")).orElseThrow();

        assertEquals("early", rate.status());
        assertEquals("open", rate.confidentiality());
        assertEquals(Map.of(), rate.attributes());
    }

    @Test
    void whatIsMissingIsPublishedAsItIs() {
        for (String word : List.of("missing", "exempt", "never")) {
            Observation accepted = observation(VICTIMS, "aa all all 2010 " + word);

            assertSame(accepted, published(accepted));
        }
    }

    @Test
    void aMaskedCountIsMarkedAsMaskedByItsProvider() {
        assertEquals("theirs", published(masked(null)).confidentiality());
        assertEquals("theirs", published(masked("theirs")).confidentiality());
        assertEquals("theirs", published(masked("ours")).confidentiality());
        assertEquals("other", published(masked("other")).confidentiality());
    }

    @Test
    void aMaskedCountKeepsItsStatusAndAttributes() {
        Observation published = published(masked(null));

        assertEquals("hidden", published.status());
        assertEquals(REMARK, published.attributes());
    }

    @Test
    void aCountThatTheProviderMarkedWithTheCodeOfThisServiceIsMaskedForTheGroupsToo() {
        Observation inner = compile(masked("ours"))
                .find(count(VICTIMS, "inner all all 2010"))
                .orElseThrow();

        assertEquals(1, inner.coverage().masked());
        assertEquals("theirs", inner.confidentiality());
    }

    private static Observation masked(String secrecy) {
        return new Observation(AA, null, "hidden", secrecy, REMARK, null);
    }

    private static Observation published(Observation accepted) {
        return compile(accepted).find(accepted.key()).orElseThrow();
    }

    private static Cube compile(Observation accepted) {
        Cube people = cube(POPULATION, "aa all all 2010 1000");
        return new AggregateCalculator(VICTIMS, people)
                .calculate(Cube.of(new KeySpace(VICTIMS.structure()), List.of(accepted)));
    }
}
