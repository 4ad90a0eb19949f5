package org.tipstats.protect.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.DenominatorKeys;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Role;

/**
 * Derives counts from rates. A rate times its population gives the count, as exactly as the decimals of the rate allow.
 * The rate of a group covers the areas that have a reported or masked count and a known population.
 */
final class RateCounts {

    private static final Set<Role> SAME = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.TIME, Role.SEX, Role.AGE);

    private final CubeFigures cube;
    private final CubeShape shape;
    private final Cube population;
    private final DenominatorKeys denominators;
    private final BigDecimal per;
    private final BigDecimal half;

    RateCounts(CubeFigures cube, Cube population) {
        this.cube = cube;
        this.shape = cube.shape();
        this.population = population;
        this.denominators = new DenominatorKeys(shape.space(), population.space(), SAME);
        Code unit = shape.rateUnit();
        this.per = new BigDecimal(unit.annotation("PER").orElse("1"));
        int decimals = Integer.parseInt(unit.annotation("DECIMALS").orElse("0"));
        this.half = BigDecimal.valueOf(5, decimals + 1);
    }

    void addTo(Knowledge knowledge) {
        for (Observation observation : cube.cube()) {
            if (shape.isRate(observation.key()) && observation.value() != null) {
                addTo(knowledge, shape.countOf(observation.key()), observation.value());
            }
        }
    }

    private void addTo(Knowledge knowledge, long key, BigDecimal rate) {
        boolean isGroup = shape.isGroup(key);
        EquationSum counts = new EquationSum();
        long persons = 0;
        boolean hides = false;
        for (long area : isGroup ? shape.areasOf(key) : new long[] {key}) {
            long known = cube.find(area) == null ? 0 : persons(area);
            if (known > 0) {
                persons += known;
                AuditedFigure counted = isGroup ? cube.counted(area) : cube.find(area);
                if (counted != null) {
                    counts.plus(counted);
                    hides |= !counted.isKnown();
                }
            }
        }
        if (hides) {
            long least = atLeast(rate.subtract(half), persons);
            knowledge.add(counts.within(Source.RATE, least, atLeast(rate.add(half), persons) - 1));
        }
    }

    private long atLeast(BigDecimal rate, long persons) {
        return rate.multiply(BigDecimal.valueOf(persons))
                .divide(per, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Returns the published population of a count: the persons of the same area, year, sex and age; 0 if not known. */
    private long persons(long key) {
        return population
                .find(denominators.of(key))
                .map(Observation::value)
                .map(BigDecimal::longValueExact)
                .orElse(0L);
    }
}
