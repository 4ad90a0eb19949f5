package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.bench.world.Reporter.Consistency;

/** Creates the areas of a world and the habits of their providers. */
final class Reporters {

    private static final double HEAVY_TAIL = 2.0;
    private static final long HABITS = 1;
    private static final long CHOICE = 2;
    private static final long SIZE = 8;
    private static final int MOST_FOREIGN = 25;

    private final WorldPlan plan;
    private final CodeList areas;
    private final List<String> citizens;

    Reporters(WorldPlan plan, CodeList areas, CodeList citizenships) {
        this.plan = plan;
        this.areas = areas;
        this.citizens = areas.codes().stream()
                .filter(code ->
                        !code.isAreaGroup() && citizenships.find(code.id()).isPresent())
                .map(Code::id)
                .toList();
    }

    /** Returns the areas of the plan, in the order of their codes. */
    List<Reporter> all() {
        List<String> chosen = chosen().stream().sorted().toList();
        double sum = chosen.stream().mapToDouble(this::relativeSize).sum();
        double unit = plan.victims() * chosen.size() / sum;
        return chosen.stream()
                .map(area -> reporter(area, unit * relativeSize(area)))
                .toList();
    }

    private double relativeSize(String area) {
        return new TestRandom(plan.seed(), SIZE, areas.positionOf(area)).logNormal(1, HEAVY_TAIL);
    }

    private List<String> chosen() {
        Map<String, List<String>> neighbours = new LinkedHashMap<>();
        for (Code code : areas.codes()) {
            if (!code.isAreaGroup() && code.parent() != null) {
                neighbours
                        .computeIfAbsent(code.parent(), any -> new ArrayList<>())
                        .add(code.id());
            }
        }
        List<List<String>> groups = new ArrayList<>(neighbours.values());
        new TestRandom(plan.seed(), CHOICE).shuffle(groups);
        List<String> chosen = new ArrayList<>();
        groups.forEach(chosen::addAll);
        return chosen.subList(0, Math.min(plan.areas(), chosen.size()));
    }

    private Reporter reporter(String area, double size) {
        int number = areas.positionOf(area);
        TestRandom chance = new TestRandom(plan.seed(), HABITS, number);
        long population = chance.happens(0.1) ? 0 : Math.round(chance.logNormal(4e6, 1.8)) + 1_000;
        boolean finer = chance.happens(0.15);
        boolean crossed = chance.happens(0.25);
        String nationals = chance.happens(0.2) ? "NAT" : area;
        return new Reporter(
                area,
                number,
                size,
                population,
                sexes(chance),
                ages(chance, finer),
                forms(chance, finer || chance.happens(0.1)),
                citizenships(chance, area, nationals, size),
                crossed,
                crossed && chance.happens(0.5),
                chance.happens(0.5),
                nationals,
                dataflows(chance),
                chance.happens(plan.masking()),
                consistency(chance));
    }

    private Consistency consistency(TestRandom chance) {
        boolean inconsistent = chance.happens(plan.inconsistent());
        boolean above = chance.happens(0.33);
        if (!inconsistent) {
            return Consistency.EXACT;
        }
        return above ? Consistency.PARTS_ABOVE : Consistency.PARTS_BELOW;
    }

    private static List<String> dataflows(TestRandom chance) {
        List<String> all = new ArrayList<>(List.of("VICTIMS"));
        Map<String, Double> likely = new LinkedHashMap<>();
        likely.put("VICTIMS_CITIZENSHIP", 0.8);
        likely.put("VICTIMS_REPATRIATION", 0.35);
        likely.put("PERSONS", 0.85);
        likely.forEach((dataflow, probability) -> {
            if (chance.happens(probability)) {
                all.add(dataflow);
            }
        });
        if (chance.happens(0.5) && all.contains("PERSONS")) {
            all.add("PERSONS_CITIZENSHIP");
        }
        return List.copyOf(all);
    }

    private static Characteristic sexes(TestRandom chance) {
        List<String> codes = new ArrayList<>(List.of("F", "M"));
        if (chance.happens(0.05)) {
            codes.add("_O");
        }
        if (chance.happens(0.2)) {
            codes.add("_U");
        }
        return new Characteristic(
                codes, java.util.Arrays.copyOf(chance.varied(0.4, 0.65, 0.33, 0.02, 0.01), codes.size()), codes);
    }

    private static Characteristic ages(TestRandom chance, boolean finer) {
        double[] weights = chance.varied(0.4, 0.08, 0.2, 0.3, 0.24, 0.1, 0.04, 0.02, 0.005, 0.02);
        List<String> finest =
                List.of("Y0T11", "Y12T17", "Y18T24", "Y25T34", "Y35T44", "Y45T54", "Y55T64", "Y_GE65", "_U");
        boolean unknown = chance.happens(0.6);
        if (!unknown) {
            weights[8] = 0;
        }
        List<String> told = new ArrayList<>(List.of("Y0T17", "Y_GE18"));
        if (finer) {
            told.addAll(finest.subList(0, 8));
        }
        if (unknown) {
            told.add("_U");
        }
        return new Characteristic(finest, weights, told);
    }

    private static Characteristic forms(TestRandom chance, boolean finer) {
        List<String> finest = List.of(
                "SEX_PROST",
                "SEX_PORN",
                "SEX_OTH",
                "LAB_AGRI",
                "LAB_CONSTR",
                "LAB_DOM",
                "LAB_OTH",
                "OTH_CRIM",
                "OTH_BEG",
                "OTH_MARR",
                "OTH_OTH",
                "ORG",
                "_U");
        double[] weights =
                chance.varied(0.5, 0.4, 0.02, 0.06, 0.1, 0.08, 0.1, 0.1, 0.05, 0.03, 0.02, 0.02, 0.005, 0.03);
        boolean unknown = chance.happens(0.5);
        if (!unknown) {
            weights[12] = 0;
        }
        List<String> told = new ArrayList<>(List.of("SEX", "LAB", "ORG", "OTH"));
        if (finer) {
            told.addAll(finest.subList(0, chance.happens(0.5) ? 7 : 11));
        }
        if (unknown) {
            told.add("_U");
        }
        return new Characteristic(finest, weights, told);
    }

    private Characteristic citizenships(TestRandom chance, String area, String nationals, double size) {
        int foreign = Math.min(chance.between(1, MOST_FOREIGN), 2 + (int) size);
        List<String> others = new ArrayList<>(citizens);
        others.remove(area);
        chance.shuffle(others);
        List<String> codes = new ArrayList<>(List.of(nationals));
        codes.addAll(others.subList(0, foreign));
        double[] weights = new double[codes.size()];
        double atHome = chance.between(5, 95) / 100.0;
        double harmonic = 0;
        for (int i = 1; i <= foreign; i++) {
            harmonic += 1.0 / i;
        }
        weights[0] = atHome;
        for (int i = 1; i <= foreign; i++) {
            weights[i] = (1 - atHome) / i / harmonic;
        }
        return new Characteristic(codes, weights, codes);
    }
}
