package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/**
 * Rounds national counts before anything is computed from them, so that regions, the world and rates all come from one
 * rounded table. Instances are immutable, and equal cubes give equal results.
 *
 * <p>Only dataflows whose schema requires rounding are rounded. After rounding, each count is 0 or at least the base,
 * which is the smallest positive count that may be published. A total that was the sum of its parts is still the sum of
 * its parts, if this is possible. If two linked dataflows report the same count for a figure, the rounded values are
 * the same, too. If the true count has not changed since an earlier release, the figure keeps its published value,
 * unless a sum would then be wrong. A figure without a value stays as it is. If a provider does not allow a figure to be
 * published, the figure is withheld, and so are its totals and parts, their totals and parts, and so on. No sum includes
 * a withheld figure. Comments are removed, because they might contain the exact count.
 */
public final class NationalRounding {

    private final List<LinkedCubes> linked = new ArrayList<>();

    /**
     * Prepares the rounding.
     *
     * @param dataflows all dataflows of the service; dataflows that are not rounded are ignored
     */
    public NationalRounding(Collection<Dataflow> dataflows) {
        Map<String, List<Dataflow>> families = new TreeMap<>();
        for (Dataflow dataflow :
                dataflows.stream().sorted(Comparator.comparing(Dataflow::id)).toList()) {
            if (dataflow.disclosure().rounds()) {
                String broadest = dataflow.disclosure().totalsOf();
                String family = broadest == null ? dataflow.id() : broadest;
                List<Dataflow> members = families.computeIfAbsent(family, any -> new ArrayList<>());
                members.add(family.equals(dataflow.id()) ? 0 : members.size(), dataflow);
            }
        }
        families.values().forEach(members -> linked.add(new LinkedCubes(members)));
    }

    /**
     * Rounds accepted figures.
     *
     * @param accepted national counts by dataflow id; a dataflow without counts may be absent
     * @param earlier the national figures of the earlier releases, the oldest first
     * @return the rounded cubes by dataflow id, for all rounded dataflows that have figures
     */
    public Map<String, RoundedCube> round(Map<String, Cube> accepted, List<EarlierRelease> earlier) {
        Map<String, RoundedCube> rounded = new TreeMap<>();
        for (LinkedCubes family : linked) {
            FigureNet net = new FigureNet(family, accepted);
            round(net, family, new EarlierDecisions(family, earlier));
            for (int place = 0; place < family.size(); place++) {
                String id = family.dataflow(place).id();
                if (accepted.containsKey(id)) {
                    rounded.put(id, result(net, family, place, accepted.get(id)));
                }
            }
        }
        return rounded;
    }

    private static void round(FigureNet net, LinkedCubes family, EarlierDecisions decisions) {
        net.published().stream()
                .flatMap(figure -> figure.inner().stream())
                .distinct()
                .forEach(decisions::bind);
        net.published().forEach(decisions::keep);
        List<NationalFigure> revealing = new ArrayList<>();
        net.byYearAndArea().values().forEach(areas -> {
            new YearTable(family).round(areas.values());
            areas.values()
                    .forEach(figures ->
                            new Balance(figures, family.base()).settle().forEach(line -> revealing.add(line.total())));
        });
        net.withhold(revealing);
    }

    private static RoundedCube result(FigureNet net, LinkedCubes family, int place, Cube accepted) {
        Statuses statuses = family.statuses(place);
        List<Observation> national = new ArrayList<>(accepted.size());
        List<Observation> withheld = new ArrayList<>();
        for (Observation observation : accepted) {
            NationalFigure figure = net.at(place, observation.key());
            if (figure != null && figure.isWithheld()) {
                withheld.add(Observation.absent(observation.key(), statuses.suppressed(), statuses.withheld()));
            } else {
                boolean known = figure != null && !figure.isMasked();
                BigDecimal value = known ? BigDecimal.valueOf(figure.rounded()) : observation.value();
                national.add(new Observation(
                        observation.key(),
                        value,
                        observation.status(),
                        observation.confidentiality(),
                        withoutComment(family.dataflow(place), observation.attributes()),
                        observation.coverage()));
            }
        }
        return new RoundedCube(Cube.of(accepted.space(), national), withheld);
    }

    private static Map<String, String> withoutComment(Dataflow dataflow, Map<String, String> attributes) {
        Map<String, String> left = new HashMap<>(attributes);
        dataflow.structure().attribute(Role.COMMENT).map(Attribute::id).ifPresent(left::remove);
        return left;
    }

    /**
     * The national figures of a dataflow after rounding.
     *
     * @param national rounded counts and figures without a value; aggregates are computed from these observations
     * @param withheld figures that must not be published because a provider does not allow it or because they would
     *     reveal another withheld or masked figure; they have no value and are part of no aggregate
     */
    public record RoundedCube(Cube national, List<Observation> withheld) {

        public RoundedCube {
            withheld = List.copyOf(withheld);
        }

        /** Adds the withheld figures, without values, to a compiled cube. The result may be published. */
        public Cube publish(Cube compiled) {
            List<Observation> all = new ArrayList<>(compiled.observations());
            all.addAll(withheld);
            return Cube.of(compiled.space(), all);
        }
    }
}
