package org.tipstats.protect.published;

import java.util.HashSet;
import java.util.Set;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.schema.Code;

/**
 * Links a cube to the same cube of the previous release: a figure that was not revised has the same value in both
 * releases. A figure is revised if its published values differ, if the caller declares it revised, or if it includes a
 * revised figure. The sum of a group also changes if the figure of one of its areas is added, removed or masked.
 */
record RevisedCubes(AuditOptions options, CubeFigures earlier, CubeFigures later, CubeShape shape, Set<Long> revised) {

    RevisedCubes(AuditOptions options, CubeFigures earlier, CubeFigures later) {
        this(options, earlier, later, later.shape(), new HashSet<>());
    }

    void addTo(Knowledge knowledge) {
        later.figures().keySet().forEach(this::compare);
        earlier.figures().keySet().forEach(key -> {
            if (later.find(key) == null) {
                reviseGroups(key);
            }
        });
        later.figures().forEach((key, figure) -> {
            if (earlier.find(key) != null && !revised.contains(key)) {
                knowledge.equateReleases(earlier.find(key), figure);
            }
        });
    }

    private void compare(long key) {
        if (shape.isGroup(key)) {
            return;
        }
        AuditedFigure before = earlier.find(key);
        if (before != null && before.differsFrom(later.find(key)) || isDeclaredRevised(key)) {
            reviseWider(key, 0);
        } else if ((earlier.counted(key) == null) != (later.counted(key) == null)) {
            reviseGroups(key);
        }
    }

    private boolean isDeclaredRevised(long key) {
        return options.revised()
                .find(later.release(), shape.dataflow().id(), shape.space().format(key))
                .isPresent();
    }

    private void reviseWider(long key, int d) {
        if (d == shape.breakdownCount()) {
            revised.add(key);
            reviseGroups(key);
            return;
        }
        for (int code = shape.code(key, d); code != CubeShape.NONE; code = shape.parent(d, code)) {
            reviseWider(shape.withCode(key, d, code), d + 1);
        }
    }

    private void reviseGroups(long key) {
        for (Code group : shape.groupsOf(shape.areaOf(key))) {
            revised.add(shape.inArea(key, group));
        }
    }
}
