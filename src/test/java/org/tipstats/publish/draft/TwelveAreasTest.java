package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A release of twelve made-up areas with all crossings, in which a third of the counts are small. Haiti is alone in the
 * Americas, whose total must be public, so all totals of Haiti are public.
 */
class TwelveAreasTest {

    private static final long SEED = 1;
    private static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final List<String> AREAS =
            List.of("AUT", "BEL", "CHE", "DNK", "EST", "ALB", "KEN", "UGA", "GHA", "THA", "VNM", "HTI");
    private static final List<String> SEXES = List.of("F", "M", "_O", "_U");
    private static final List<String> AGES = List.of("Y0T17", "Y_GE18", "_U");
    private static final List<String> FORMS = List.of("SEX", "LAB", "ORG", "OTH", "_U");

    @Test
    void itCanBePublished() {
        Map<String, Cube> compiled = compiled();
        AuditedRelease release = new ServiceProtection(SampleCubes.SCHEMAS).protect(compiled, List.of());
        assertEquals(List.of(), release.release().blockers());
        Map<String, Cube> shown = new TreeMap<>();
        release.release().cubes().forEach((id, cube) -> shown.put(id, cube.cube()));
        assertTrue(new ServiceProtection(SampleCubes.SCHEMAS)
                .audit(List.of(new EarlierRelease("first", compiled, shown)))
                .isSafe());
    }

    private static Map<String, Cube> compiled() {
        SplittableRandom chance = new SplittableRandom(SEED);
        Map<Long, Long> counts = new HashMap<>();
        for (String area : AREAS) {
            for (String sex : SEXES) {
                for (String age : AGES) {
                    for (String form : FORMS) {
                        long count = chance.nextInt(3) == 0 ? 1 + chance.nextInt(4) : 5 + chance.nextInt(60);
                        for (String s : List.of(sex, "_T")) {
                            for (String a : List.of(age, "_T")) {
                                for (String f : List.of(form, "_T")) {
                                    counts.merge(key(area, s, a, f), count, Long::sum);
                                }
                            }
                        }
                    }
                }
            }
        }
        List<Observation> national = new ArrayList<>();
        counts.forEach((key, count) -> national.add(Observation.count(key, count, "A")));
        Cube nobody = Cube.empty(new KeySpace(SampleCubes.dataflow("POPULATION").structure()));
        return Map.of(VICTIMS.id(), new AggregateCalculator(VICTIMS, nobody).calculate(Cube.of(SPACE, national)));
    }

    private static long key(String area, String sex, String age, String form) {
        return SPACE.parse(String.join(".", "A", area, sex, age, form, "NUMBER", "2015"))
                .orElseThrow();
    }
}
