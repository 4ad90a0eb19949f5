package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.disclose.ProtectionProgress;

class ProtectionStagesTest {

    /** Rounds count their parts anew. 10 to 95 percent are theirs: 51 of them the first's, 36 of the 60 left the second's. */
    @Test
    void whoWaitsSeesNoStepBack() {
        List<Integer> told = new ArrayList<>();
        ProtectionProgress progress = ProtectionStages.of((stage, percent) -> told.add(percent));
        progress.parts(1, 2);
        progress.parts(0, 2);
        progress.parts(2, 2);

        assertEquals(List.of(35, 35, 71), told);
    }
}
