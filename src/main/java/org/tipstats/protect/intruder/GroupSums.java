package org.tipstats.protect.intruder;

import org.tipstats.vocabulary.schema.Code;

/**
 * Adds the sums of groups: a group of areas is the sum of its sub-groups and of its areas that have a value. Masked
 * figures count as zero in these sums.
 */
final class GroupSums {

    private final CubeFigures cube;
    private final CubeShape shape;

    GroupSums(CubeFigures cube) {
        this.cube = cube;
        this.shape = cube.shape();
    }

    void addTo(Knowledge knowledge) {
        cube.forEach(key -> {
            Code group = shape.areaOf(key);
            if (group.isAreaGroup()) {
                EquationSum sum = new EquationSum().plus(cube.find(key));
                subtract(sum, key, group);
                knowledge.add(sum.within(Source.GROUP, 0, 0));
            }
        });
    }

    private void subtract(EquationSum sum, long key, Code group) {
        for (Code member : shape.membersOf(group)) {
            AuditedFigure figure = cube.counted(shape.inArea(key, member));
            if (figure != null) {
                sum.minus(figure);
            } else if (member.isAreaGroup()) {
                subtract(sum, key, member);
            }
        }
    }
}
