package org.tipstats.publish.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.disclose.AuditFindings;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.AttributeDisclosure;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;

/**
 * Suppresses figures and checks the result by an independent audit. National figures often contradict each other, and
 * then it is unknown which sums an intruder relies on. Therefore the audit tries to recover hidden figures. If it
 * succeeds, the search starts again with what the audit found (see {@link AuditFindings}), and the audit follows. This
 * ends when the audit recovers nothing, or after a limited number of rounds.
 */
record AuditedSuppression(DisclosureControl control, YearAudits audits, String policy) {

    private static final int MAX_ROUNDS = 12;

    AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        ChangedYears changes = new ChangedYears(control, compiled, earlier, policy);
        ProtectedRelease safe = first(compiled, earlier, changes, progress);
        AuditFindings findings = new AuditFindings();
        YearSelection looked = new YearSelection(changes.years());
        for (int round = 0; round < MAX_ROUNDS && safe.isPublishable(); round++) {
            long start = System.nanoTime();
            AuditedYears audited = audits.audit(vintages(compiled, earlier, safe, looked), progress);
            Map<String, Set<Long>> exposed = new TreeMap<>();
            Set<String> years = addExposed(audited.report(), compiled, exposed);
            if (years.isEmpty()) {
                Optional<AuditedYears> whole = round == 0 ? Optional.of(audited) : Optional.empty();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                return new AuditedRelease(safe, whole, changes.years(), took, policy);
            }
            looked = new YearSelection(List.copyOf(years));
            Optional<ProtectedRelease> again = protectAgain(safe, compiled, earlier, looked, exposed, findings);
            if (again.isEmpty()) {
                break;
            }
            safe = again.get();
        }
        return new AuditedRelease(safe, Optional.empty(), changes.years(), Duration.ZERO, policy);
    }

    /** Withholds the same figures as before in the unchanged years, and protects the other years. */
    private ProtectedRelease first(
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            ChangedYears changes,
            ProtectionProgress progress) {
        if (changes.areNone()) {
            return new ProtectedRelease(changes.unchangedCubes(), List.of(), new ProtectionCost(0, 0, 0));
        }
        YearSelection years = new YearSelection(changes.years());
        ProtectedRelease safe = control.protect(years.of(compiled), EarlierRelease.in(years, earlier), progress);
        if (changes.years().isEmpty()) {
            return safe;
        }
        Map<String, ProtectedCube> cubes = new TreeMap<>();
        changes.unchangedCubes()
                .forEach((id, cube) -> cubes.put(id, merge(cube, safe.cubes().get(id), years)));
        return new ProtectedRelease(cubes, safe.blockers(), safe.cost());
    }

    /**
     * Returns the vintages to audit. Years that did not change since the last audit are left out, because these years
     * are as safe as before.
     */
    private static List<EarlierRelease> vintages(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectedRelease safe, YearSelection years) {
        Map<String, Cube> published = Protection.published(safe.cubes());
        List<EarlierRelease> vintages = new ArrayList<>(EarlierRelease.in(years, earlier));
        vintages.add(new EarlierRelease("", years.of(compiled), years.of(published)));
        return vintages;
    }

    /** Adds the figures that the audit recovered, by the id of their dataflow. Returns the years of these figures. */
    private static Set<String> addExposed(
            AuditReport report, Map<String, Cube> compiled, Map<String, Set<Long>> exposed) {
        Set<String> years = new TreeSet<>();
        for (ExposedCell cell : report.recoverable()) {
            Cube cube = compiled.get(cell.table());
            if (cube != null) {
                KeySpace space = cube.space();
                long key = space.parse(cell.key()).orElse(-1);
                if (key >= 0) {
                    exposed.computeIfAbsent(cell.table(), id -> new TreeSet<>()).add(key);
                    years.add(space.code(key, space.structure().time()));
                }
            }
        }
        return years;
    }

    private Optional<ProtectedRelease> protectAgain(
            ProtectedRelease before,
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            YearSelection years,
            Map<String, Set<Long>> exposed,
            AuditFindings findings) {
        return control.protectAgain(
                        years.of(compiled), EarlierRelease.in(years, earlier), before.cubes(), exposed, findings)
                .map(now -> join(before, now, compiled, years));
    }

    private static ProtectedRelease join(
            ProtectedRelease before, ProtectedRelease now, Map<String, Cube> compiled, YearSelection years) {
        Map<String, ProtectedCube> cubes = new TreeMap<>();
        before.cubes()
                .forEach((id, cube) -> cubes.put(id, merge(cube, now.cubes().get(id), years)));
        Set<Blocker> blockers = new LinkedHashSet<>(now.blockers());
        for (Blocker blocker : before.blockers()) {
            KeySpace space = compiled.get(blocker.dataflow()).space();
            if (!years.has(space, blocker.key())) {
                blockers.add(blocker);
            }
        }
        ProtectionCost cost = before.cost();
        return new ProtectedRelease(
                cubes,
                List.copyOf(blockers),
                new ProtectionCost(
                        cost.unknowns(),
                        cost.equations(),
                        cost.linearPrograms() + now.cost().linearPrograms()));
    }

    private static ProtectedCube merge(ProtectedCube before, ProtectedCube now, YearSelection years) {
        KeySpace space = before.cube().space();
        List<Observation> observations = new ArrayList<>(now.cube().observations());
        before.cube().observations().stream()
                .filter(observation -> !years.has(space, observation.key()))
                .forEach(observations::add);
        List<WithheldCell> withheld = new ArrayList<>(now.withheld());
        before.withheld().stream().filter(cell -> !years.has(space, cell.key())).forEach(withheld::add);
        withheld.sort(Comparator.comparingLong(WithheldCell::key));
        List<AttributeDisclosure> warnings = new ArrayList<>(now.warnings());
        before.warnings().stream()
                .filter(warning -> !years.has(space, warning.total()))
                .forEach(warnings::add);
        warnings.sort(Comparator.comparingLong(AttributeDisclosure::total));
        return new ProtectedCube(Cube.of(space, observations), withheld, warnings);
    }
}
