package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.ProtectionStages;

class ProtectionStagesTest {

    /**
     * Each round counts its parts anew. The rounds have 10 to 95 percent: the first has 51 of them, the second 36 of
     * the remaining 60.
     */
    @Test
    void whoWaitsSeesNoStepBack() {
        List<Integer> told = new ArrayList<>();
        ProtectionProgress progress = new ProtectionStages((stage, percent) -> told.add(percent));
        progress.parts(1, 2);
        progress.parts(0, 2);
        progress.parts(2, 2);

        assertEquals(List.of(35, 35, 71), told);
    }

    /** The years have 51 of 85 percent, which is about their share of the time, and the audit has the rest. */
    @Test
    void theAuditLeadsTheBarToItsEnd() {
        List<Integer> told = new ArrayList<>();
        ProtectionProgress progress = new ProtectionStages((stage, percent) -> told.add(percent));
        progress.parts(2, 2);
        progress.audited(0, 2);
        progress.audited(1, 2);
        progress.audited(2, 2);

        assertEquals(List.of(61, 61, 78, 95), told);
    }
}
