package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Random figures of victims in one of the usual layouts and languages, with the figures that must come back. The layouts
 * are in {@link UsualLayouts} and {@link OtherLayouts}; {@link RandomCube} has those of files that are cubes themselves.
 */
final class RandomTable {

    static final List<String> AGES = List.of("Y0T17", "Y_GE18");
    static final List<String> FORMS = List.of("SEX", "LAB");

    private static final List<Consumer<RandomTable>> LAYOUTS =
            Stream.concat(UsualLayouts.ALL.stream(), OtherLayouts.ALL.stream()).toList();

    final Random random;
    final RandomWords words;
    final int firstYear;
    final int years;
    /** The sexes of the table, without their total. */
    final List<String> sexes = new ArrayList<>(List.of("F", "M"));
    /** Whether the table has totals. */
    final boolean totals;

    private final int most;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final Map<String, String> answers = new TreeMap<>();
    private String sheet = "";
    private int linesBefore;

    RandomTable(Random random) {
        this(random, LAYOUTS.get(random.nextInt(LAYOUTS.size())));
    }

    /** Returns a table of regions, each of which has at least so many. */
    static RandomTable ofRegions(Random random, int least) {
        return new RandomTable(random, table -> OtherLayouts.regions(table, least));
    }

    private RandomTable(Random random, Consumer<RandomTable> layout) {
        this.random = random;
        this.words = RandomWords.any(random);
        this.firstYear = 2005 + random.nextInt(15);
        this.years = 1 + random.nextInt(4);
        this.totals = random.nextBoolean();
        this.most = random.nextBoolean() ? 4 : 300;
        if (random.nextBoolean()) {
            sexes.add("_U");
        }
        layout.accept(this);
        if (random.nextBoolean()) {
            lines.add("");
            lines.add("* 1) abc def");
        }
    }

    /** Adds the title, now and then with blank lines around it. */
    void title() {
        noise();
        lines.add(words.title());
        noise();
    }

    private void noise() {
        if (random.nextInt(3) == 0) {
            lines.add("");
        }
    }

    /** Begins a sheet. */
    void sheet(String name) {
        lines.add("== " + name);
        sheet = name + "!";
        linesBefore = lines.size();
    }

    /** Adds a row of cells. */
    void row(List<String> cells) {
        lines.add(String.join("|", cells));
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    /** Adds a row that numbers the columns, now and then. */
    void numbering(int columns) {
        if (random.nextInt(4) == 0 && columns > 2) {
            List<String> numbers = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                numbers.add(Integer.toString(i));
            }
            row(numbers);
        }
    }

    /** Adds an answer that the layout needs. */
    void answer(String id, String value) {
        answers.put(id, value);
    }

    int count() {
        return random.nextInt(most);
    }

    static String key(String sex, String age, String form, int year) {
        return sex + " " + age + " " + form + " " + year;
    }

    /** Returns the address of the cell in the given column of the next row. */
    String cell(int column) {
        return sheet + (char) ('A' + column) + (lines.size() - linesBefore + 1);
    }

    /** Returns a figure as text and expects it in the given column of the next row. */
    String figure(String key, int value, int column) {
        return figure(key, value, Set.of(cell(column)));
    }

    /** Returns a figure as text and expects it to be made of the given cells. */
    String figure(String key, int value, Set<String> cells) {
        expected.put(key, key + " = " + value + " " + String.join("+", new TreeSet<>(cells)));
        return Integer.toString(value);
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Returns the table with the answers that its layout needs, and with none of those that are always asked. */
    InventedTable table() {
        InventedTable table = InventedTable.of(text());
        answers.forEach(table::answer);
        return table;
    }

    /** Returns the figures that must come back, in the form of {@link InventedTable#figures()}. */
    Set<String> expected() {
        return new TreeSet<>(expected.values());
    }
}
