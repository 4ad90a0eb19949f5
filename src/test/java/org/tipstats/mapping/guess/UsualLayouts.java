package org.tipstats.mapping.guess;

import static org.tipstats.mapping.guess.RandomTable.AGES;
import static org.tipstats.mapping.guess.RandomTable.FORMS;
import static org.tipstats.mapping.guess.RandomTable.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The layouts of most tables: long, years across, sexes across, two rows of headers, and blocks. */
final class UsualLayouts {

    static final List<Consumer<RandomTable>> ALL = List.of(
            UsualLayouts::longTable,
            UsualLayouts::yearsAcross,
            UsualLayouts::sexesAcross,
            UsualLayouts::twoRowHeader,
            UsualLayouts::blocksBySex,
            UsualLayouts::tablesByYear);

    private UsualLayouts() {}

    private static void longTable(RandomTable table) {
        table.title();
        boolean ages = table.random.nextBoolean();
        String total = table.random.nextBoolean() ? "" : table.words.of("_T");
        table.row(table.words.year(), table.words.sex(), ages ? table.words.age() : table.words.form(), "Value");
        table.numbering(4);
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            int all = 0;
            for (String sex : table.sexes) {
                int sum = 0;
                for (String other : ages ? AGES : FORMS) {
                    int value = table.count();
                    sum += value;
                    String key = key(sex, ages ? other : "_T", ages ? "_T" : other, year);
                    longRow(table, year, table.words.of(sex), table.words.of(other), key, value);
                }
                all += sum;
                if (table.totals) {
                    longRow(table, year, table.words.of(sex), total, key(sex, "_T", "_T", year), sum);
                }
            }
            if (table.totals) {
                longRow(table, year, total, total, key("_T", "_T", "_T", year), all);
            }
        }
    }

    private static void longRow(RandomTable table, int year, String sex, String other, String key, int value) {
        table.row(Integer.toString(year), sex, other, table.figure(key, value, 3));
    }

    private static List<String> yearHeader(RandomTable table, String before) {
        List<String> header = new ArrayList<>(List.of(before));
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            header.add(Integer.toString(year));
        }
        return header;
    }

    /** Adds a row of figures, one for each year. */
    private static void yearRow(RandomTable table, String label, String sex, String age, String form, int[] values) {
        List<String> row = new ArrayList<>(List.of(label));
        for (int i = 0; i < table.years; i++) {
            row.add(table.figure(key(sex, age, form, table.firstYear + i), values[i], 1 + i));
        }
        table.row(row);
    }

    /** Returns a random count for each year, and adds them to sums. */
    private static int[] counts(RandomTable table, int[] sums) {
        int[] values = new int[table.years];
        for (int i = 0; i < table.years; i++) {
            values[i] = table.count();
            sums[i] += values[i];
        }
        return values;
    }

    private static void yearsAcross(RandomTable table) {
        table.title();
        table.row(yearHeader(table, table.random.nextBoolean() ? table.words.sex() : ""));
        table.numbering(table.years + 1);
        int[] sums = new int[table.years];
        for (String sex : table.sexes) {
            yearRow(table, table.words.of(sex), sex, "_T", "_T", counts(table, sums));
        }
        if (table.totals) {
            yearRow(table, table.words.of("_T"), "_T", "_T", "_T", sums);
        }
    }

    private static void sexesAcross(RandomTable table) {
        table.title();
        List<String> header = new ArrayList<>(List.of(table.words.year()));
        table.sexes.forEach(sex -> header.add(table.words.of(sex)));
        if (table.totals) {
            header.add(table.words.of("_T"));
        }
        table.row(header);
        table.numbering(header.size());
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(year)));
            int sum = 0;
            for (String sex : table.sexes) {
                int value = table.count();
                sum += value;
                row.add(table.figure(key(sex, "_T", "_T", year), value, row.size()));
            }
            if (table.totals) {
                row.add(table.figure(key("_T", "_T", "_T", year), sum, row.size()));
            }
            table.row(row);
        }
    }

    private static void twoRowHeader(RandomTable table) {
        table.title();
        List<String> upper = new ArrayList<>(List.of(table.random.nextBoolean() ? table.words.form() : ""));
        List<String> lower = new ArrayList<>(List.of(""));
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            for (String sex : table.sexes) {
                upper.add(sex.equals("F") ? Integer.toString(year) : "");
                lower.add(table.words.of(sex));
            }
        }
        table.row(upper);
        table.row(lower);
        int[] sums = new int[table.sexes.size() * table.years];
        for (String form : FORMS) {
            crossRow(table, form, sums, true);
        }
        if (table.totals) {
            crossRow(table, "_T", sums, false);
        }
    }

    private static void crossRow(RandomTable table, String form, int[] sums, boolean draw) {
        List<String> row = new ArrayList<>(List.of(table.words.of(form)));
        for (int i = 0; i < sums.length; i++) {
            int value = draw ? table.count() : sums[i];
            sums[i] += draw ? value : 0;
            String sex = table.sexes.get(i % table.sexes.size());
            String key = key(sex, "_T", form, table.firstYear + i / table.sexes.size());
            row.add(table.figure(key, value, i + 1));
        }
        table.row(row);
    }

    private static void blocksBySex(RandomTable table) {
        table.title();
        table.row(yearHeader(table, ""));
        boolean ages = table.random.nextBoolean();
        boolean ownTotals = table.random.nextBoolean();
        boolean blank = table.random.nextBoolean();
        int[] all = new int[table.years];
        for (String sex : table.sexes.subList(0, 2)) {
            if (blank) {
                table.row("");
            }
            table.row(table.words.of(sex));
            int[] sums = new int[table.years];
            for (String other : ages ? AGES : FORMS) {
                int[] values = counts(table, sums);
                yearRow(table, table.words.of(other), sex, ages ? other : "_T", ages ? "_T" : other, values);
            }
            if (ownTotals) {
                yearRow(table, table.words.of("_T"), sex, "_T", "_T", sums);
            }
            for (int i = 0; i < table.years; i++) {
                all[i] += sums[i];
            }
        }
        if (table.totals) {
            yearRow(table, table.words.of("_T"), "_T", "_T", "_T", all);
        }
    }

    private static void tablesByYear(RandomTable table) {
        table.title();
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            table.row(table.words.title() + ", " + year);
            table.row(table.words.sex(), table.words.of("Y0T17"), table.words.of("Y_GE18"));
            for (String sex : table.sexes) {
                table.row(
                        table.words.of(sex),
                        table.figure(key(sex, "Y0T17", "_T", year), table.count(), 1),
                        table.figure(key(sex, "Y_GE18", "_T", year), table.count(), 2));
            }
            table.row("");
        }
    }
}
