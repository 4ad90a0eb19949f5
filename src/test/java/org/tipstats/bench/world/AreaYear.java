package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The records of one provider about one year.
 *
 * @param edition 0 for the first report; each revision adds one
 */
record AreaYear(Reporter reporter, int year, int edition, List<Person> victims, List<Person> suspects) {

    private static final long RECORDS = 3;
    private static final long CORRECTIONS = 4;

    /** Returns the records behind the first report. */
    static AreaYear first(long seed, Reporter reporter, int year) {
        TestRandom chance = new TestRandom(seed, RECORDS, reporter.number(), year);
        int number = (int) Math.round(chance.logNormal(reporter.size(), 0.3));
        List<Person> victims = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            victims.add(victim(reporter, chance));
        }
        int accused = (int) Math.round(chance.logNormal(reporter.size() * 0.6, 0.6));
        List<Person> suspects = new ArrayList<>();
        for (int i = 0; i < accused; i++) {
            suspects.add(suspect(reporter, chance));
        }
        return new AreaYear(reporter, year, 0, List.copyOf(victims), List.copyOf(suspects));
    }

    /** Returns the records after a revision, which corrects some records, drops some and adds late ones. */
    AreaYear revised(long seed) {
        TestRandom chance = new TestRandom(seed, CORRECTIONS, reporter.number(), year, edition + 1);
        List<Person> corrected = new ArrayList<>();
        for (Person person : victims) {
            if (!chance.happens(0.03)) {
                corrected.add(chance.happens(0.05) ? victim(reporter, chance) : person);
            }
        }
        int late = chance.between(1, 2 + victims.size() / 30);
        for (int i = 0; i < late; i++) {
            corrected.add(victim(reporter, chance));
        }
        List<Person> further = new ArrayList<>(suspects);
        further.add(suspect(reporter, chance));
        return new AreaYear(reporter, year, edition + 1, List.copyOf(corrected), List.copyOf(further));
    }

    private static Person victim(Reporter reporter, TestRandom chance) {
        String citizenship = reporter.citizenships().drawn(chance);
        boolean atHome = citizenship.equals(reporter.nationals());
        String goal = chance.happens(atHome ? 0.1 : 0.6) ? citizenship : null;
        return new Person(
                reporter.sexes().drawn(chance),
                reporter.ages().drawn(chance),
                reporter.forms().drawn(chance),
                citizenship,
                goal,
                0);
    }

    private static Person suspect(Reporter reporter, TestRandom chance) {
        int stages = 1;
        if (chance.happens(0.6)) {
            stages = chance.happens(0.6) ? 3 : 2;
        }
        return new Person(
                reporter.sexes().drawn(chance),
                reporter.ages().drawn(chance),
                null,
                reporter.citizenships().drawn(chance),
                null,
                stages);
    }
}
