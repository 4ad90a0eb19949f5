package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.Seeds;

class RetryScheduleTest {

    /**
     * The delay is ten seconds times three to the power of the failures so far, at most six hours, with up to a fifth
     * more or less.
     */
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 30", "3, 90", "4, 270", "5, 810", "6, 2430", "7, 7290", "8, 21600", "9, 21600", "99, 21600"
    })
    void eachWaitIsThreeTimesTheOneBeforeUpToSixHours(int attempts, long seconds) {
        Seeds.check(50, random -> {
            Duration wait = RetrySchedule.delay(attempts, random);
            assertTrue(wait.toMillis() >= seconds * 800 && wait.toMillis() <= seconds * 1200, wait.toString());
        });
    }

    @Test
    void waitsAreSpread() {
        Random random = new Random(1);
        long different = IntStream.range(0, 100)
                .mapToObj(i -> RetrySchedule.delay(3, random))
                .distinct()
                .count();
        assertTrue(different > 20, different + " different delays");
        assertEquals(RetrySchedule.delay(5, new Random(9)), RetrySchedule.delay(5, new Random(9)));
    }
}
