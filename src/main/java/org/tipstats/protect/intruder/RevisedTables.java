package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Links the cells of two releases: a cell that was not revised has the same count in both releases. A cell is revised
 * if its published values differ, if the caller declares it revised, or if it includes a revised cell.
 */
final class RevisedTables {

    private final Knowledge knowledge;
    private final TableEquations earlier;
    private final TableEquations later;

    RevisedTables(Knowledge knowledge, TableEquations earlier, TableEquations later) {
        this.knowledge = knowledge;
        this.earlier = earlier;
        this.later = later;
    }

    void link() {
        if (!knowledge.uses(Source.RELEASE)) {
            return;
        }
        List<List<BitSet>> revised = revised();
        for (Map.Entry<List<BitSet>, AuditedFigure> entry : later.figures().entrySet()) {
            AuditedFigure before = earlier.figures().get(entry.getKey());
            boolean same = before != null
                    && revised.stream().noneMatch(narrower -> TableSpace.covers(entry.getKey(), narrower));
            if (same) {
                link(knowledge, before, entry.getValue());
            }
        }
    }

    /** Records that two figures of successive releases are equal, if the bounds of the figures allow this. */
    static void link(Knowledge knowledge, AuditedFigure before, AuditedFigure now) {
        boolean possible = before.isKnown() == now.isKnown()
                || (before.isKnown()
                        ? knowledge.canBe(now.unknown(), before.value())
                        : knowledge.canBe(before.unknown(), now.value()));
        if (before.isKnown() && now.isKnown() || !possible) {
            return;
        }
        if (before.isKnown()) {
            knowledge.show(now.unknown(), before.value());
        } else if (now.isKnown()) {
            knowledge.show(before.unknown(), now.value());
        }
        knowledge.equate(Source.RELEASE, before, now);
    }

    private List<List<BitSet>> revised() {
        List<List<BitSet>> revised = new ArrayList<>(later.declaredRevised());
        later.figures().forEach((place, now) -> {
            AuditedFigure before = earlier.figures().get(place);
            if (before != null && before.isKnown() && now.isKnown() && before.value() != now.value()) {
                revised.add(place);
            }
        });
        return revised;
    }
}
