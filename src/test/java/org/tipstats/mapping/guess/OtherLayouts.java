package org.tipstats.mapping.guess;

import static org.tipstats.mapping.guess.RandomTable.AGES;
import static org.tipstats.mapping.guess.RandomTable.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The layouts in which figures add up, lie on several sheets, lack a header, or share a word. */
final class OtherLayouts {

    static final List<Consumer<RandomTable>> ALL = List.of(
            OtherLayouts::regions,
            OtherLayouts::months,
            OtherLayouts::sheetsByYear,
            OtherLayouts::seriesCodes,
            OtherLayouts::withoutHeader,
            OtherLayouts::measuresAcross,
            OtherLayouts::girlsAndBoys);

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private OtherLayouts() {}

    /**
     * Regions add up to the country, unless the country has a row of its own. No region has as many as
     * two others together, so that none looks like the country.
     */
    private static void regions(RandomTable table) {
        regions(table, 400);
    }

    /** @param least the fewest of a region. With few, a region may have as many as all others by accident. */
    static void regions(RandomTable table, int least) {
        table.title();
        List<String> header = new ArrayList<>(List.of(table.words.region()));
        List<Set<String>> cells = new ArrayList<>();
        int[] sums = new int[table.years];
        for (int i = 0; i < table.years; i++) {
            header.add(Integer.toString(table.firstYear + i));
            cells.add(new TreeSet<>());
        }
        table.row(header);
        for (String region : List.of("Xanadu", "Utopia", "Arcadia", "Erewhon")) {
            List<String> row = new ArrayList<>(List.of(region));
            for (int i = 0; i < table.years; i++) {
                int value = least + table.count();
                sums[i] += value;
                cells.get(i).add(table.cell(i + 1));
                row.add(Integer.toString(value));
            }
            table.row(row);
        }
        List<String> row = new ArrayList<>(List.of(table.words.of("_T")));
        for (int i = 0; i < table.years; i++) {
            String key = key("_T", "_T", "_T", table.firstYear + i);
            row.add(table.figure(key, sums[i], table.totals ? Set.of(table.cell(i + 1)) : cells.get(i)));
        }
        if (table.totals) {
            table.row(row);
        }
    }

    /** Months add up to the year, unless the year has a column of its own. */
    private static void months(RandomTable table) {
        table.title();
        List<String> header = new ArrayList<>(List.of(table.words.year()));
        header.addAll(MONTHS);
        if (table.totals) {
            header.add(table.words.of("_T"));
        }
        table.row(header);
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(year)));
            Set<String> cells = new TreeSet<>();
            int sum = 0;
            for (int i = 0; i < MONTHS.size(); i++) {
                int value = 1 + table.count();
                sum += value;
                cells.add(table.cell(row.size()));
                row.add(Integer.toString(value));
            }
            String key = key("_T", "_T", "_T", year);
            String total = table.figure(key, sum, table.totals ? Set.of(table.cell(row.size())) : cells);
            if (table.totals) {
                row.add(total);
            }
            table.row(row);
        }
    }

    private static void sheetsByYear(RandomTable table) {
        // A file with one sheet has no names of sheets.
        int last = table.firstYear + Math.max(table.years, 2);
        for (int year = table.firstYear; year < last; year++) {
            table.sheet("Y" + year);
            table.row(table.words.title() + ", " + year);
            table.row(table.words.sex(), "Number");
            for (String sex : table.sexes) {
                table.row(table.words.of(sex), table.figure(key(sex, "_T", "_T", year), table.count(), 1));
            }
        }
    }

    /** The codes of the series of indicator 16.2.2 say that victims are counted, and which form. */
    private static void seriesCodes(RandomTable table) {
        table.row("SERIES", "SEX", "AGE", "TIME_PERIOD", "OBS_VALUE");
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            for (String sex : List.of("F", "M")) {
                for (String age : AGES) {
                    seriesRow(table, "VC_HTF_DETVSX", key(sex, age, "SEX", year));
                    seriesRow(table, "VC_HTF_DETVFL", key(sex, age, "LAB", year));
                }
            }
        }
    }

    private static void seriesRow(RandomTable table, String series, String key) {
        String[] codes = key.split(" ");
        table.row(series, codes[0], codes[1], codes[3], table.figure(key, table.count(), 4));
    }

    private static void withoutHeader(RandomTable table) {
        table.answer("period", Integer.toString(table.firstYear));
        int line = 0;
        List<String> rows = new ArrayList<>(table.sexes);
        int[] values = rows.stream().mapToInt(sex -> table.count()).toArray();
        table.row(
                table.words.title() + ", " + table.words.of("_T"),
                table.figure(key("_T", "_T", "_T", table.firstYear), sum(values), 1));
        for (String sex : rows) {
            String key = key(sex, "_T", "_T", table.firstYear);
            table.row(table.words.of(sex), table.figure(key, values[line++], 1));
        }
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    /** Only one of several measures is counted. */
    private static void measuresAcross(RandomTable table) {
        table.answer("measure", "Victims identified");
        table.row("Trafficking in persons");
        table.row(table.words.year(), "Cases registered", "Victims identified", "Rate per 100,000");
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            table.row(
                    Integer.toString(year),
                    Integer.toString(table.count()),
                    table.figure(key("_T", "_T", "_T", year), table.count(), 2),
                    "0." + (1 + table.random.nextInt(8)));
        }
    }

    /** Words for girls and boys say sex and age at once, and make women and men beside them adults. */
    private static void girlsAndBoys(RandomTable table) {
        table.title();
        table.row(table.words.year(), "Women", "Men", "Girls", "Boys");
        for (int year = table.firstYear; year < table.firstYear + table.years; year++) {
            table.row(
                    Integer.toString(year),
                    table.figure(key("F", "Y_GE18", "_T", year), table.count(), 1),
                    table.figure(key("M", "Y_GE18", "_T", year), table.count(), 2),
                    table.figure(key("F", "Y0T17", "_T", year), table.count(), 3),
                    table.figure(key("M", "Y0T17", "_T", year), table.count(), 4));
        }
    }
}
