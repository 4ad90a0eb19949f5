package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void editsAreCountedAsTheyAreMade() {
        assertEquals(0, EditDistance.within("austria", "austria", 2));
        assertEquals(1, EditDistance.within("austria", "asutria", 2));
        assertEquals(1, EditDistance.within("austria", "austri", 2));
        assertEquals(2, EditDistance.within("austria", "australia", 2));
        assertEquals(3, EditDistance.within("kitten", "sitting", 3));
        assertEquals(1, EditDistance.within("ab", "ba", 1));
        assertEquals(4, EditDistance.within("", "four", 4));
    }

    @Test
    void aDistanceAboveTheLimitIsNotCountedToItsEnd() {
        assertEquals(3, EditDistance.within("austria", "germany", 2));
        assertEquals(2, EditDistance.within("kitten", "sitting", 1));
        assertEquals(1, EditDistance.within("", "four", 0));
    }
}
