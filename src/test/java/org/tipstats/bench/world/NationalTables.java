package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.bench.world.Reporter.Consistency;
import org.tipstats.bench.world.Tabulation.Crossing;

/**
 * The tables that a provider compiles from its records of a year. They are the tables that the public global table is
 * made of.
 */
final class NationalTables {

    private static final String TOTAL = "_T";
    private static final List<String> STAGES = List.of("SUSPECTED", "PROSECUTED", "CONVICTED");
    private static final long OTHER_SOURCE = 5;

    private final long seed;
    private final Map<String, KeySpace> spaces = new TreeMap<>();
    private final CodeList ages;
    private final CodeList forms;

    NationalTables(long seed, SchemaRegistry schemas) {
        this.seed = seed;
        for (Dataflow dataflow : schemas.dataflows()) {
            spaces.put(dataflow.id(), new KeySpace(dataflow.structure()));
        }
        this.ages = schemas.codeList("CL_AGE").orElseThrow();
        this.forms = schemas.codeList("CL_EXPLOITATION").orElseThrow();
    }

    KeySpace space(String dataflow) {
        return spaces.get(dataflow);
    }

    /** Returns the true counts of one dataflow. */
    SortedMap<Long, Long> count(String dataflow, AreaYear records) {
        SortedMap<Long, Long> cells = new TreeMap<>();
        Tabulation tabulation = new Tabulation(space(dataflow), cells);
        Crossing place = new Crossing()
                .at("FREQ", "A")
                .at("REF_AREA", records.reporter().area())
                .at("UNIT_MEASURE", "NUMBER")
                .at("TIME_PERIOD", Integer.toString(records.year()));
        switch (dataflow) {
            case "VICTIMS" -> victims(tabulation, place, records);
            case "VICTIMS_CITIZENSHIP" -> citizens(tabulation, place, records);
            case "VICTIMS_REPATRIATION" -> repatriation(tabulation, place, records);
            case "PERSONS" -> persons(tabulation, place, records);
            case "PERSONS_CITIZENSHIP" -> personsByCitizenship(tabulation, place, records);
            default -> throw new IllegalArgumentException(dataflow);
        }
        return cells;
    }

    private void victims(Tabulation tabulation, Crossing place, AreaYear records) {
        Reporter reporter = records.reporter();
        Crossing bySex = place.by("SEX", reporter.sexes().withTotal(), Person::sex);
        List<String> broadAges = reporter.ages().broad(ages);
        List<String> broadForms = reporter.forms().broad(forms);
        tabulation.add(
                bySex.by("AGE", reporter.ages().withTotal(), Person::age).at("EXPLOITATION", TOTAL), records.victims());
        tabulation.add(
                bySex.at("AGE", TOTAL).by("EXPLOITATION", reporter.forms().withTotal(), Person::form),
                secondSource(records));
        if (reporter.crossed()) {
            List<String> sexes = new ArrayList<>(reporter.sexes().told());
            if (reporter.agesByForm()) {
                sexes.add(TOTAL);
            }
            tabulation.add(
                    place.by("SEX", sexes, Person::sex)
                            .by("AGE", broadAges, Person::age)
                            .by("EXPLOITATION", broadForms, Person::form),
                    records.victims());
        }
    }

    private void citizens(Tabulation tabulation, Crossing place, AreaYear records) {
        Reporter reporter = records.reporter();
        tabulation.add(
                place.by("CITIZENSHIP", reporter.citizenships().withTotal(), Person::citizenship)
                        .by("SEX", reporter.sexes().withTotal(), Person::sex),
                secondSource(records));
    }

    private static void repatriation(Tabulation tabulation, Crossing place, AreaYear records) {
        Reporter reporter = records.reporter();
        List<String> goals = new ArrayList<>(reporter.citizenships().withTotal());
        List<Person> told = records.victims();
        if (reporter.onlyRepatriated()) {
            told = told.stream()
                    .filter(person -> person.repatriatedTo() != null)
                    .toList();
        } else {
            goals.add("_U");
        }
        tabulation.add(
                place.by(
                        "COUNTERPART_AREA",
                        goals,
                        person -> person.repatriatedTo() == null ? "_U" : person.repatriatedTo()),
                told);
    }

    private static void persons(Tabulation tabulation, Crossing place, AreaYear records) {
        Reporter reporter = records.reporter();
        for (int stage = 1; stage <= STAGES.size(); stage++) {
            tabulation.add(
                    place.at("STAGE", STAGES.get(stage - 1))
                            .by("SEX", reporter.sexes().withTotal(), Person::sex)
                            .by("AGE", reporter.ages().withTotal(), Person::age),
                    reached(stage, records));
        }
    }

    private static void personsByCitizenship(Tabulation tabulation, Crossing place, AreaYear records) {
        for (int stage = 1; stage <= STAGES.size(); stage++) {
            tabulation.add(
                    place.at("STAGE", STAGES.get(stage - 1))
                            .by("CITIZENSHIP", records.reporter().citizenships().withTotal(), Person::citizenship),
                    reached(stage, records));
        }
    }

    private static List<Person> reached(int stage, AreaYear records) {
        return records.suspects().stream()
                .filter(person -> person.stages() >= stage)
                .toList();
    }

    /**
     * Returns the victims behind the second breakdown. They are the same victims, unless the provider is inconsistent.
     */
    private List<Person> secondSource(AreaYear records) {
        Reporter reporter = records.reporter();
        if (reporter.consistency() == Consistency.EXACT) {
            return records.victims();
        }
        TestRandom chance = new TestRandom(seed, OTHER_SOURCE, reporter.number(), records.year());
        List<Person> known = new ArrayList<>();
        for (Person person : records.victims()) {
            boolean odd = chance.happens(0.2);
            boolean above = reporter.consistency() == Consistency.PARTS_ABOVE;
            if (above || !odd) {
                known.add(person);
            }
            if (above && odd) {
                known.add(new Person(
                        person.sex(),
                        person.age(),
                        reporter.forms().drawn(chance),
                        person.citizenship(),
                        person.repatriatedTo(),
                        0));
            }
        }
        return known;
    }
}
