package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.SampleRows;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SampleStructures;

/**
 * Checks that the sum rules report nothing for any consistent figures, and report a part that is too large exactly
 * once.
 */
class SumRulesPropertyTest {

    private static final List<RowRule> ALL =
            List.of(new PartExceedsTotal(), new SumExceedsTotal(), new SumBelowTotal(), new ChildExceedsParent());

    private static final String BOTH_SEXES = "AUT._T._T._T.NUMBER.2016";
    private static final List<String> SEXES = List.of(
            "AUT.F._T._T.NUMBER.2016",
            "AUT.M._T._T.NUMBER.2016",
            "AUT._O._T._T.NUMBER.2016",
            "AUT._U._T._T.NUMBER.2016");

    /** Returns figures by key. In every dimension, every code is the sum of its children. */
    private static Map<String, Long> consistent(Random random) {
        Map<String, Long> figures = new HashMap<>();
        for (String sex : leaves(SampleStructures.SEXES)) {
            for (String age : leaves(SampleStructures.AGES)) {
                for (String form : leaves(SampleStructures.FORMS)) {
                    long value = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
                    spread(figures, sex, age, form, value);
                }
            }
        }
        return figures;
    }

    private static void spread(Map<String, Long> figures, String sex, String age, String form, long value) {
        for (String s : andAbove(SampleStructures.SEXES, sex)) {
            for (String a : andAbove(SampleStructures.AGES, age)) {
                for (String f : andAbove(SampleStructures.FORMS, form)) {
                    figures.merge("AUT." + s + "." + a + "." + f + ".NUMBER.2016", value, Long::sum);
                }
            }
        }
    }

    private static List<String> leaves(CodeList list) {
        return list.codes().stream().filter(list::isLeaf).map(code -> code.id()).toList();
    }

    private static List<String> andAbove(CodeList list, String code) {
        List<String> codes = new ArrayList<>(List.of(code));
        list.ancestors(list.find(code).orElseThrow()).forEach(above -> codes.add(above.id()));
        return codes;
    }

    private static SampleRows masked(Map<String, Long> figures, Random random, int percentMasked, int percentOld) {
        SampleRows rows = SampleRows.victims();
        List<String> keys = new ArrayList<>(figures.keySet().stream().sorted().toList());
        java.util.Collections.shuffle(keys, random);
        for (String key : keys) {
            boolean mask = figures.get(key) < 5 && random.nextInt(100) < percentMasked;
            boolean old = random.nextInt(100) < percentOld;
            if (old && mask) {
                rows.oldMasked(key);
            } else if (old) {
                rows.old(key, figures.get(key));
            } else if (mask) {
                rows.masked(key);
            } else {
                rows.row(key, figures.get(key));
            }
        }
        return rows;
    }

    @Test
    void consistentFiguresAreNeverReported() {
        Seeds.check(150, random -> {
            int masked = random.nextInt(101);
            int old = random.nextInt(101);
            SampleRows rows = masked(consistent(random), random, masked, old);
            assertEquals(List.of(), rows.ids(ALL.toArray(new RowRule[0])));
        });
    }

    @Test
    void consistentFiguresWithoutSomeMiddleLevelsAreNeverReported() {
        Seeds.check(150, random -> {
            Map<String, Long> figures = consistent(random);
            for (String middle : List.of(".Y0T17.", ".Y_GE18.", ".LAB.")) {
                if (random.nextBoolean()) {
                    figures.keySet().removeIf(key -> key.contains(middle));
                }
            }
            SampleRows rows = masked(figures, random, 30, 0);
            assertEquals(List.of(), rows.ids(ALL.toArray(new RowRule[0])));
        });
    }

    @Test
    void aPartThatIsRaisedAtAllIsFoundOnceWhereNothingIsMasked() {
        Seeds.check(150, random -> {
            int more = 1 + random.nextInt(60);
            Map<String, Long> figures = bySexAlone(random);
            figures.merge(SEXES.get(random.nextInt(4)), (long) more, Long::sum);
            SampleRows rows = masked(figures, random, 0, 0);
            assertEquals(
                    1, rows.ids(new PartExceedsTotal(), new SumExceedsTotal()).size());
        });
    }

    @Test
    void aPartThatIsRaisedBeyondTheTotalIsFoundOnceWhateverElseIsMasked() {
        Seeds.check(150, random -> {
            int more = 5 + random.nextInt(56);
            Map<String, Long> figures = bySexAlone(random);
            figures.put(SEXES.get(random.nextInt(4)), figures.get(BOTH_SEXES) + more);
            SampleRows rows = masked(figures, random, 50, 50);
            boolean touched = rows.table().fileRows() > 0;
            List<String> expected = touched ? List.of("part-exceeds-total") : List.of();
            assertEquals(expected, rows.ids(new PartExceedsTotal(), new SumExceedsTotal()));
        });
    }

    private static Map<String, Long> bySexAlone(Random random) {
        Map<String, Long> figures = consistent(random);
        figures.keySet().removeIf(key -> !key.equals(BOTH_SEXES) && !SEXES.contains(key));
        return figures;
    }
}
