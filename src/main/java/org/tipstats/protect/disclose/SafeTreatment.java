package org.tipstats.protect.disclose;

import java.util.BitSet;
import org.tipstats.protect.suppress.CellSystem;

/**
 * Treats figures as {@code before} does, except the figures in {@code safe}. These figures are already hidden and
 * proved safe, so they become unpublished and need no more protection.
 */
record SafeTreatment(ReleaseSystem.Treatment before, BitSet safe) implements ReleaseSystem.Treatment {

    @Override
    public CellSystem.Role role(int figure) {
        return safe.get(figure) ? CellSystem.Role.UNPUBLISHED : before.role(figure);
    }

    @Override
    public long least(int figure) {
        return before.least(figure);
    }

    @Override
    public long weight(int figure) {
        return before.weight(figure);
    }

    @Override
    public int mostMasked(int figure) {
        return before.mostMasked(figure);
    }
}
