package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Bounds;
import org.tipstats.protect.equations.Component;
import org.tipstats.protect.equations.Consistency;
import org.tipstats.protect.equations.EqualUnknowns;
import org.tipstats.protect.equations.Equation;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.LinearSolver;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.equations.Witnesses;
import org.tipstats.protect.equations.Witnesses.Verdict;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.solve.ParallelSearches;

/**
 * Audits an intruder's knowledge: makes it consistent, narrows the bounds, and asks a solver about the remaining cells.
 */
final class SystemAudit {

    /**
     * The kinds of equations that link blocks of figures. A block is one area in one year. These equations are checked
     * after the equations within the blocks.
     */
    private static final Set<Source> BETWEEN_BLOCKS = EnumSet.of(Source.GROUP, Source.LINK, Source.RELEASE);

    private final Knowledge knowledge;
    private final AtomicInteger programs = new AtomicInteger();
    private final LinearSolver solver;
    private final AuditOptions options;
    private final boolean informed;
    private final long[] lower;
    private final long[] upper;
    private final Verdict[] verdicts;
    private final long[] values;
    private EqualUnknowns same;

    /** @param informed true if the intruder knows which sums hold; see {@link #believed} */
    SystemAudit(Knowledge knowledge, LinearSolver solver, AuditOptions options, boolean informed) {
        this.informed = informed;
        this.knowledge = knowledge;
        this.solver = new LinearSolver.Guarded(solver, programs);
        this.options = options;
        this.lower = knowledge.lower();
        this.upper = knowledge.upper();
        this.verdicts = new Verdict[knowledge.size()];
        this.values = new long[knowledge.size()];
    }

    AuditReport run() {
        List<Equation> equations = narrowed(consistent(knowledge.equations()));
        same = new EqualUnknowns(lower, upper, equations);
        Arrays.setAll(verdicts, i -> lower[i] < upper[i] ? Verdict.SAFE : Verdict.UNIQUE);
        Arrays.setAll(values, i -> lower[i]);
        search(Component.of(lower, upper, same.between(equations)));
        return report(equations.size());
    }

    private List<Equation> consistent(List<Equation> equations) {
        Consistency consistency = new Consistency(solver, knowledge::drop);
        return informed
                ? believed(equations, consistency)
                : consistency.repair(
                        lower, upper, consistency.repair(lower, upper, equations, BETWEEN_BLOCKS), Set.of());
    }

    /**
     * Returns the equations that an informed intruder believes: those equations that agree with the true counts. This
     * intruder knows which sums hold but knows no hidden figure. No wrong sum misleads this intruder, so the audit is
     * strict. If parts are below their total, the total remains an upper limit of the parts. If parts exceed their
     * total, the equation is left out. An unknown without a true count may have any value within its bounds.
     */
    private List<Equation> believed(List<Equation> equations, Consistency consistency) {
        Map<Integer, AuditedFigure> counts = new HashMap<>();
        knowledge
                .hidden()
                .forEach((unknown, cell) ->
                        trueCount(cell).ifPresent(count -> counts.put(unknown, AuditedFigure.known(count))));
        List<Equation> known =
                equations.stream().map(equation -> known(equation, counts)).toList();
        List<Equation> held = consistency.loosenContradicting(lower, upper, known);
        return IntStream.range(0, held.size())
                .mapToObj(i -> equations.get(i).loosenedLike(held.get(i)))
                .filter(Equation::isBounded)
                .toList();
    }

    private static Equation known(Equation equation, Map<Integer, AuditedFigure> counts) {
        Equation rest = equation.with(unknown -> counts.getOrDefault(unknown, AuditedFigure.unknown(unknown)));
        return rest.size() > 0
                ? rest
                : rest.within(
                        rest.lower() > 0 ? -Equation.FREE : rest.lower(),
                        rest.upper() < 0 ? Equation.FREE : rest.upper());
    }

    private List<Equation> narrowed(List<Equation> equations) {
        BitSet contradicted = new Bounds(lower, upper, equations).narrow();
        contradicted.stream().forEach(i -> knowledge.drop(equations.get(i).source()));
        return IntStream.range(0, equations.size())
                .filter(i -> !contradicted.get(i))
                .mapToObj(equations::get)
                .toList();
    }

    private void search(List<Component> components) {
        BitSet hidden = new BitSet();
        knowledge.hidden().keySet().forEach(unknown -> hidden.set(same.first(unknown)));
        // The largest components start first. Otherwise one long search might start last and delay the end.
        List<Component> inTurn = components.stream()
                .sorted(Comparator.comparingInt(component -> -component.unknowns().length))
                .toList();
        List<Witnesses> searches = ParallelSearches.run(
                ParallelSearches.THREADS,
                inTurn.stream()
                        .map(component -> (Callable<Witnesses>) () -> search(component, hidden))
                        .toList(),
                done -> {});
        IntStream.range(0, inTurn.size()).forEach(i -> take(inTurn.get(i), searches.get(i)));
    }

    private Witnesses search(Component component, BitSet hidden) {
        int[] targets = IntStream.range(0, component.unknowns().length)
                .filter(i -> hidden.get(component.unknowns()[i]))
                .toArray();
        Witnesses witnesses = new Witnesses(solver, component.system(), targets);
        if (targets.length > 0) {
            witnesses.search();
        }
        return witnesses;
    }

    private void take(Component component, Witnesses found) {
        for (int i = 0; i < component.unknowns().length; i++) {
            int unknown = component.unknowns()[i];
            verdicts[unknown] = found.verdict(i);
            values[unknown] = found.value(i);
        }
    }

    private AuditReport report(int equations) {
        List<ExposedCell> recoverable = new ArrayList<>();
        List<ExposedCell> misleading = new ArrayList<>();
        List<ExposedCell> alreadyPublic = new ArrayList<>();
        List<ExposedCell> notProven = new ArrayList<>();
        knowledge.hidden().forEach((number, cell) -> {
            int unknown = same.first(number);
            if (cell.value().isPresent()) {
                alreadyPublic.add(cell);
            } else if (verdicts[unknown] == Verdict.NOT_PROVEN) {
                notProven.add(cell);
            } else if (verdicts[unknown] == Verdict.UNIQUE) {
                long value = values[unknown];
                boolean isTrue = isTrue(cell, value);
                if (!isTrue || !describesNoPerson(cell, value)) {
                    (isTrue ? recoverable : misleading).add(cell.with(OptionalLong.of(value)));
                }
            }
        });
        return new AuditReport(
                knowledge.hidden().size(),
                recoverable,
                misleading,
                alreadyPublic,
                notProven,
                knowledge.dropped(),
                knowledge.size(),
                equations,
                programs.get());
    }

    private boolean describesNoPerson(ExposedCell cell, long value) {
        return options.lowerBound() > 0 && value == 0 && cell.masked();
    }

    private OptionalLong trueCount(ExposedCell cell) {
        return options.truth().find(cell.release(), cell.table(), cell.key());
    }

    private boolean isTrue(ExposedCell cell, long value) {
        OptionalLong known = trueCount(cell);
        return known.isEmpty() || known.getAsLong() == value;
    }
}
