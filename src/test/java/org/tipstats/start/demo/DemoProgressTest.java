package org.tipstats.start.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DemoProgressTest {

    private final DemoProgress progress = new DemoProgress();

    @Test
    void thePartsMakeOneWholeThatNeverGoesBack() {
        assertEquals(OptionalInt.empty(), progress.percent());
        progress.begin();
        assertEquals(OptionalInt.of(0), progress.percent());
        progress.at(0, 40, 3, 4);
        assertEquals(OptionalInt.of(30), progress.percent());
        progress.at(40, 80, 0, 0);
        assertEquals(OptionalInt.of(40), progress.percent());
        progress.at(0, 40, 1, 4);
        assertEquals(OptionalInt.of(40), progress.percent());
        progress.end();
        assertEquals(OptionalInt.empty(), progress.percent());
    }
}
