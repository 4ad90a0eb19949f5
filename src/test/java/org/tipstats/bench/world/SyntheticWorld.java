package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * National submissions of a synthetic world, and the truth behind them. Immutable. Equal plans give equal figures on
 * every machine and in any order of the calls.
 */
public final class SyntheticWorld {

    /** The dataflows that the world's providers report, in an order in which the files may be submitted. */
    public static final List<String> DATAFLOWS =
            List.of("VICTIMS", "VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION", "PERSONS", "PERSONS_CITIZENSHIP");

    private static final long SILENCE = 6;
    private static final long REVISION = 7;
    private static final int THRESHOLD = 5;

    private final WorldPlan plan;
    private final SchemaRegistry schemas;
    private final NationalTables tables;
    private final List<Reporter> reporters;
    private final SortedMap<String, AreaYear> records;
    private final int vintage;

    private SyntheticWorld(
            WorldPlan plan,
            SchemaRegistry schemas,
            List<Reporter> reporters,
            SortedMap<String, AreaYear> records,
            int vintage) {
        this.plan = plan;
        this.schemas = schemas;
        this.tables = new NationalTables(plan.seed(), schemas);
        this.reporters = reporters;
        this.records = records;
        this.vintage = vintage;
    }

    /** Returns the world as first reported. */
    public static SyntheticWorld of(WorldPlan plan, SchemaRegistry schemas) {
        List<Reporter> reporters = new Reporters(
                        plan,
                        schemas.areas(),
                        schemas.codeList("CL_CITIZENSHIP").orElseThrow())
                .all();
        SortedMap<String, AreaYear> records = new TreeMap<>();
        for (Reporter reporter : reporters) {
            // One half of the silence is providers that never report, the other half is single years.
            boolean never = new TestRandom(plan.seed(), SILENCE, reporter.number()).happens(plan.silent() / 2);
            for (int year = plan.firstYear(); year <= plan.lastYear() && !never; year++) {
                if (!new TestRandom(plan.seed(), SILENCE, reporter.number(), year).happens(plan.silent() / 2)) {
                    records.put(reporter.area() + year, AreaYear.first(plan.seed(), reporter, year));
                }
            }
        }
        return new SyntheticWorld(plan, schemas, reporters, records, 0);
    }

    /**
     * Returns the same world one vintage later.
     *
     * @param share the share of the area-years that is revised, and of the silent ones that is now reported
     */
    public SyntheticWorld revised(double share) {
        SortedMap<String, AreaYear> later = new TreeMap<>(records);
        for (Reporter reporter : reporters) {
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                if (new TestRandom(plan.seed(), REVISION, reporter.number(), year, vintage).happens(share)) {
                    AreaYear before = records.get(reporter.area() + year);
                    later.put(
                            reporter.area() + year,
                            before == null ? AreaYear.first(plan.seed(), reporter, year) : before.revised(plan.seed()));
                }
            }
        }
        return new SyntheticWorld(plan, schemas, reporters, later, vintage + 1);
    }

    /** Returns the areas of the world, including silent ones, in the order of their codes. */
    public List<String> areas() {
        return reporters.stream().map(Reporter::area).toList();
    }

    /** Returns the true national counts, including those that the provider masks. */
    public Cube truth(String dataflow) {
        return cube(dataflow, false, records);
    }

    /** Returns the national counts as the providers report them, which the service accepts. */
    public Cube accepted(String dataflow) {
        return cube(dataflow, true, records);
    }

    /** Returns the population by sex of the areas whose population is known. */
    public Cube population() {
        KeySpace space = tables.space("POPULATION");
        List<Observation> observations = new ArrayList<>();
        for (Reporter reporter : reporters) {
            for (int year = plan.firstYear(); year <= plan.lastYear() && reporter.population() > 0; year++) {
                long both = reporter.population() + reporter.population() * (year - plan.firstYear()) / 80;
                long female = both * (48 + reporter.number() % 5) / 100;
                Map<String, Long> bySex = new TreeMap<>(Map.of("_T", both, "F", female, "M", both - female));
                for (Map.Entry<String, Long> persons : bySex.entrySet()) {
                    String key = "A." + reporter.area() + "." + persons.getKey() + "._T.NUMBER." + year;
                    observations.add(Observation.count(space.parse(key).orElseThrow(), persons.getValue(), "A"));
                }
            }
        }
        return Cube.of(space, observations);
    }

    /** Returns the population as a file of the administrator. */
    public String populationCsv() {
        return CsvText.of(dataflow("POPULATION"), population().observations());
    }

    /** Returns all files, by dataflow and area. An empty service that receives them holds {@link #accepted}. */
    public List<NationalFile> files() {
        return files(records);
    }

    /**
     * Returns the files that update a service from an earlier vintage of this world to this one. They hold whole years
     * that have changed.
     */
    public List<NationalFile> filesSince(SyntheticWorld earlier) {
        SortedMap<String, AreaYear> changed = new TreeMap<>(records);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(earlier.records.get(entry.getKey())));
        return files(changed);
    }

    private List<NationalFile> files(SortedMap<String, AreaYear> some) {
        List<NationalFile> files = new ArrayList<>();
        for (String id : DATAFLOWS) {
            SortedMap<String, SortedMap<String, AreaYear>> byArea = new TreeMap<>();
            some.forEach((name, areaYear) -> byArea.computeIfAbsent(
                            areaYear.reporter().area(), any -> new TreeMap<>())
                    .put(name, areaYear));
            byArea.forEach((area, ofArea) -> {
                Cube cube = cube(id, true, ofArea);
                if (cube.size() > 0) {
                    files.add(new NationalFile(area, id, CsvText.of(dataflow(id), cube.observations())));
                }
            });
        }
        return List.copyOf(files);
    }

    private Dataflow dataflow(String id) {
        return schemas.dataflow(id).orElseThrow();
    }

    private Cube cube(String dataflow, boolean asReported, SortedMap<String, AreaYear> some) {
        List<Observation> observations = new ArrayList<>();
        for (AreaYear areaYear : some.values()) {
            if (areaYear.reporter().dataflows().contains(dataflow)) {
                boolean masks = asReported && areaYear.reporter().masks();
                tables.count(dataflow, areaYear).forEach((key, count) -> {
                    boolean masked = masks && count > 0 && count < THRESHOLD;
                    observations.add(masked ? Observation.absent(key, "Q", "A") : Observation.count(key, count, "A"));
                });
            }
        }
        return Cube.of(tables.space(dataflow), observations);
    }
}
