package org.tipstats.protect.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tipstats.protect.equations.Equation.EquationSum;

/**
 * Everything that an intruder knows: unknown whole numbers with their bounds, equations between the unknowns, and the
 * hidden cells, each with its unknown. The knowledge grows while the audit reads published figures. Unknowns, equations
 * and cells are in the order of reading.
 */
public final class Knowledge {

    private final Set<Source> ignored;
    private final List<Equation> equations = new ArrayList<>();
    private final Map<Integer, ExposedCell> hidden = new LinkedHashMap<>();
    private final Map<Source, Integer> dropped = new EnumMap<>(Source.class);
    private long[] lower = new long[1 << 10];
    private long[] upper = new long[1 << 10];
    private int size;

    public Knowledge(Set<Source> ignored) {
        this.ignored = ignored;
    }

    public AuditedFigure unknown(long least, long most) {
        if (size == lower.length) {
            lower = Arrays.copyOf(lower, size * 2);
            upper = Arrays.copyOf(upper, size * 2);
        }
        lower[size] = least;
        upper[size] = most;
        return AuditedFigure.unknown(size++);
    }

    public AuditedFigure hide(ExposedCell cell, long least, long most) {
        AuditedFigure figure = unknown(least, most);
        hidden.put(figure.unknown(), cell);
        return figure;
    }

    /** Adds a hidden cell that has a lower limit but no known upper limit. */
    public AuditedFigure hide(ExposedCell cell, long least) {
        return hide(cell, least, Equation.FREE);
    }

    public boolean uses(Source source) {
        return !ignored.contains(source);
    }

    /**
     * Adds an equation, as far as the bounds of its unknowns allow. If the parts are always below their total, keeps
     * only the lower bound of the equation. If the parts always exceed their total, drops the equation. Returns false
     * in both cases. Ignores equations of ignored sources.
     */
    public boolean add(Equation equation) {
        if (!uses(equation.source())) {
            return true;
        }
        boolean below = isBelow(equation);
        boolean above = isAbove(equation);
        if (below || above) {
            drop(equation.source());
        }
        if (!below) {
            keep(above ? equation.within(equation.lower(), Equation.FREE) : equation);
        }
        return !below && !above;
    }

    /** Adds an equation if known bounds do not contradict it. */
    public void addIfPossible(Equation equation) {
        if (uses(equation.source()) && !isBelow(equation) && !isAbove(equation)) {
            keep(equation);
        }
    }

    /** Returns true if the sum of an equation is always below its lower bound: the parts exceed their total. */
    public boolean isBelow(Equation equation) {
        return Bounds.most(equation, lower, upper) < equation.lower();
    }

    private boolean isAbove(Equation equation) {
        return Bounds.least(equation, lower, upper) > equation.upper();
    }

    private void keep(Equation equation) {
        if (equation.size() > 0 && equation.isBounded()) {
            equations.add(equation);
        }
    }

    public void drop(Source source) {
        dropped.merge(source, 1, Integer::sum);
    }

    public void equate(Source source, AuditedFigure one, AuditedFigure other) {
        add(new EquationSum().plus(one).minus(other).within(source, 0, 0));
    }

    /**
     * Records that two figures of successive releases are equal, if the bounds of the figures allow this. If only one
     * figure is hidden, the other release shows its value. If both are hidden, an earlier release may show their value.
     */
    public void equateReleases(AuditedFigure before, AuditedFigure now) {
        if (before.isKnown() && now.isKnown()) {
            return;
        }
        AuditedFigure told = now.isKnown() ? before : now;
        OptionalLong value = shown(now.isKnown() ? now : before);
        if (value.isEmpty() || allows(told.unknown(), value.getAsLong())) {
            hidden.computeIfPresent(told.unknown(), (unknown, cell) -> value.isPresent() ? cell.with(value) : cell);
            equate(Source.RELEASE, before, now);
        }
    }

    private OptionalLong shown(AuditedFigure figure) {
        return figure.isKnown()
                ? OptionalLong.of(figure.value())
                : Optional.ofNullable(hidden.get(figure.unknown()))
                        .map(ExposedCell::value)
                        .orElse(OptionalLong.empty());
    }

    private boolean allows(int unknown, long value) {
        return lower[unknown] <= value && value <= upper[unknown];
    }

    public int size() {
        return size;
    }

    public long[] lower() {
        return Arrays.copyOf(lower, size);
    }

    public long[] upper() {
        return Arrays.copyOf(upper, size);
    }

    public List<Equation> equations() {
        return Collections.unmodifiableList(equations);
    }

    /** Returns the hidden cells by their unknowns. A cell has a value if another release shows this value. */
    public Map<Integer, ExposedCell> hidden() {
        return Collections.unmodifiableMap(hidden);
    }

    public Map<Source, Integer> dropped() {
        return Collections.unmodifiableMap(dropped);
    }
}
