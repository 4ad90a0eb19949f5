package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    @Test
    void theShareIsRightInAFileOfManyMillionLines() {
        List<Integer> shares = new ArrayList<>();
        RunProgress progress = new RunProgress((stage, percent) -> shares.add(percent));
        progress.expect(50_000_000);
        for (int row = 0; row < 4_096; row++) {
            progress.countRow(40_000_000);
        }
        assertEquals(List.of(56), shares);
    }
}
