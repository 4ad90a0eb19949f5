package org.tipstats.publish.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.PERSONS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.publish.checks.VintageReview;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/** Vintages: their content, their differences, and the facts reported to the publisher. */
class VintageTest {

    private static Cube compiled(Dataflow dataflow, String... rows) {
        return new AggregateCalculator(dataflow, cube(POPULATION)).calculate(cube(dataflow, rows));
    }

    private static List<String> changes(Cube before, Cube after) {
        return ReleaseChange.between(VICTIMS, before, after).stream()
                .map(VintageTest::show)
                .toList();
    }

    private static String show(ReleaseChange change) {
        return change.change().word() + " " + change.key().get("where") + " "
                + change.key().get("sex") + " " + show(change.old()) + " " + show(change.now());
    }

    private static String show(ReleaseChange.Figure figure) {
        return figure == null
                ? "-"
                : (figure.value() == null ? "" : figure.value().toPlainString()) + figure.status();
    }

    @Test
    void everyKindOfChangeIsTold() {
        Cube before = cube(
                VICTIMS,
                "aa f coal 2010 10",
                "aa m coal 2010 20",
                "aa u coal 2010 30",
                "bb f coal 2010 masked",
                "bb m coal 2010 missing",
                "cc f coal 2010 40",
                "cc m coal 2010 masked");
        Cube after = cube(
                VICTIMS,
                "aa f coal 2010 11",
                "aa m coal 2010 20",
                "bb f coal 2010 50",
                "bb m coal 2010 masked",
                "cc f coal 2010 masked",
                "cc m coal 2010 masked",
                "dd f coal 2010 60",
                "dd m coal 2010 masked");
        assertEquals(
                List.of(
                        "revised aa f 10fine 11fine",
                        "withdrawn aa u 30fine -",
                        "revised bb f hidden 50fine",
                        "revised bb m gone hidden",
                        "suppressed cc f 40fine hidden",
                        "new dd f - 60fine",
                        "new dd m - hidden"),
                changes(before, after));
        assertEquals(List.of(), changes(after, after));
        assertEquals(List.of(), changes(cube(VICTIMS), cube(VICTIMS)));
    }

    @Test
    void whateverChangesIsToldOnceAndInTheOrderOfTheKeys() {
        Seeds.check(300, random -> {
            List<String> before = new ArrayList<>();
            List<String> after = new ArrayList<>();
            for (String area : SmallWorld.AREAS) {
                for (String sex : List.of("f", "m", "u")) {
                    String cell = area + " " + sex + " coal 2010 ";
                    if (random.nextBoolean()) {
                        before.add(cell + random.nextInt(3));
                    }
                    if (random.nextBoolean()) {
                        after.add(cell + random.nextInt(3));
                    }
                }
            }
            Cube old = cube(VICTIMS, before);
            Cube now = cube(VICTIMS, after);
            List<ReleaseChange> changes = ReleaseChange.between(VICTIMS, old, now);
            KeySpace space = old.space();
            List<Long> told = changes.stream()
                    .map(change ->
                            space.parse(String.join(".", change.key().values())).orElseThrow())
                    .toList();
            List<Long> expected = new ArrayList<>();
            for (String area : SmallWorld.AREAS) {
                for (String sex : List.of("f", "m", "u")) {
                    long key = SmallWorld.count(VICTIMS, area + " " + sex + " coal 2010");
                    if (!old.find(key).equals(now.find(key))) {
                        expected.add(key);
                    }
                }
            }
            assertEquals(expected.stream().sorted().toList(), told);
        });
    }

    @Test
    void observationsAreFoundByTheirArea() {
        Cube cube = compiled(VICTIMS, "aa f coal 2010 10", "aa m fish 2011 20", "dd f coal 2010 30");
        Vintage vintage = new Vintage(cube);
        int found = 0;
        for (int area = 0; area < VICTIMS.structure().area().size(); area++) {
            int last = -1;
            for (int place : vintage.indexesOf(area)) {
                assertEquals(area, cube.space().position(cube.at(place).key(), 1));
                assertEquals(true, place > last, "ascending");
                last = place;
                found++;
            }
        }
        assertEquals(cube.size(), found);
    }

    @Test
    void areasAndYearsThatAreGoneAreToldOnce() {
        Cube before = cube(VICTIMS, "aa f coal 2010 10", "aa m coal 2010 10", "aa f coal 2011 10", "bb f coal 2010 10");
        Cube after = cube(VICTIMS, "aa all all 2010 10", "bb f coal 2011 10");
        assertEquals(
                List.of(
                        Map.of("dataflow", "victims", "where", "aa", "when", "2011"),
                        Map.of("dataflow", "victims", "where", "bb", "when", "2010")),
                new VintageReview(VICTIMS).missing(before, after));
        assertEquals(List.of(), new VintageReview(VICTIMS).missing(after, after));
    }

    private static List<Object> bigChanges(Dataflow dataflow, Cube before, Cube after) {
        return new VintageReview(dataflow)
                .bigChanges(before, after).stream()
                        .map(item -> (Object) (item.get("key") + " " + item.get("old") + " " + item.get("new") + " "
                                + item.get("relativeChange")))
                        .toList();
    }

    @Test
    void totalsOfRegionsAndTheWorldThatChangeByMoreThanAFifthAreTold() {
        Cube before = compiled(VICTIMS, "aa all all 2010 100", "dd all all 2010 1000", "aa f all 2010 10");
        assertEquals(
                List.of("yearly.north.all.all.heads.2010 100 121 0.2100"),
                bigChanges(
                        VICTIMS,
                        before,
                        compiled(VICTIMS, "aa all all 2010 121", "dd all all 2010 1000", "aa f all 2010 90")));
        assertEquals(
                List.of("yearly.north.all.all.heads.2010 100 79 -0.2100"),
                bigChanges(VICTIMS, before, compiled(VICTIMS, "aa all all 2010 79", "dd all all 2010 1000")));
    }

    @Test
    void smallerChangesAndThoseOfPartsAreNot() {
        Cube before = compiled(VICTIMS, "aa all all 2010 100", "dd all all 2010 0", "aa f all 2010 10");
        assertEquals(
                List.of(),
                bigChanges(
                        VICTIMS,
                        before,
                        compiled(VICTIMS, "aa all all 2010 120", "dd all all 2010 0", "aa f all 2010 90")));
        assertEquals(List.of(), bigChanges(VICTIMS, before, compiled(VICTIMS, "aa f all 2010 90")), "gone is not zero");
    }

    @Test
    void aDimensionWithoutATotalIsLookedAtCodeByCode() {
        assertEquals(
                List.of(
                        "yearly.earth.tried.all.all.heads.2010 100 300 2.0000",
                        "yearly.north.tried.all.all.heads.2010 100 300 2.0000"),
                bigChanges(
                        PERSONS,
                        compiled(PERSONS, "aa seen all all 2010 100", "aa tried all all 2010 100"),
                        compiled(PERSONS, "aa seen all all 2010 100", "aa tried all all 2010 300")));
    }
}
