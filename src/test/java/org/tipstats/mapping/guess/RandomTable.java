package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random figures of victims in one of the usual layouts and languages, with the figures that must come back. */
final class RandomTable {

    /** Women, men, unknown, total, minors, adults, sexual exploitation, forced labour, year, sex, age, form, title. */
    private static final List<List<String>> LANGUAGES = List.of(
            List.of(
                    "Women",
                    "Men",
                    "Unknown",
                    "Total",
                    "Under 18",
                    "Adults",
                    "Sexual exploitation",
                    "Forced labour",
                    "Year",
                    "Sex",
                    "Age group",
                    "Form of exploitation",
                    "Victims of trafficking in persons"),
            List.of(
                    "Femmes",
                    "Hommes",
                    "Inconnu",
                    "Total",
                    "Mineurs",
                    "Adultes",
                    "Exploitation sexuelle",
                    "Travail forcé",
                    "Année",
                    "Sexe",
                    "Âge",
                    "Forme d'exploitation",
                    "Victimes de la traite des personnes"),
            List.of(
                    "Mujeres",
                    "Hombres",
                    "Desconocido",
                    "Total",
                    "Menores de edad",
                    "Adultos",
                    "Explotación sexual",
                    "Trabajo forzoso",
                    "Año",
                    "Sexo",
                    "Edad",
                    "Forma de explotación",
                    "Víctimas de la trata de personas"),
            List.of(
                    "женщины",
                    "мужчины",
                    "неизвестно",
                    "всего",
                    "несовершеннолетние",
                    "взрослые",
                    "сексуальная эксплуатация",
                    "принудительный труд",
                    "Год",
                    "Пол",
                    "Возраст",
                    "Форма эксплуатации",
                    "Жертвы торговли людьми"),
            List.of(
                    "إناث",
                    "ذكور",
                    "غير معروف",
                    "المجموع",
                    "الأطفال",
                    "البالغون",
                    "الاستغلال الجنسي",
                    "العمل القسري",
                    "السنة",
                    "الجنس",
                    "العمر",
                    "شكل الاستغلال",
                    "ضحايا الاتجار بالأشخاص"),
            List.of("女性", "男性", "未知", "总计", "儿童", "成年人", "性剥削", "强迫劳动", "年份", "性别", "年龄", "剥削形式", "人口贩运受害者"),
            List.of(
                    "Frauen",
                    "Männer",
                    "Unbekannt",
                    "Insgesamt",
                    "Minderjährige",
                    "Erwachsene",
                    "Sexuelle Ausbeutung",
                    "Zwangsarbeit",
                    "Jahr",
                    "Geschlecht",
                    "Alter",
                    "Form der Ausbeutung",
                    "Opfer von Menschenhandel"));

    private static final List<String> SEXES = List.of("F", "M", "_U", "_T");
    private static final List<String> AGES = List.of("Y0T17", "Y_GE18");
    private static final List<String> FORMS = List.of("SEX", "LAB");

    private final Random random;
    private final List<String> words;
    private final int firstYear;
    private final int years;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final boolean totals;
    private final int most;
    final int layout;
    private final List<String> sexes;

    RandomTable(Random random) {
        this.random = random;
        this.words = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        this.firstYear = 2005 + random.nextInt(15);
        this.years = 1 + random.nextInt(4);
        this.totals = random.nextBoolean();
        this.most = random.nextBoolean() ? 4 : 300;
        List<String> all = new ArrayList<>(List.of("F", "M"));
        if (random.nextBoolean()) {
            all.add("_U");
        }
        this.sexes = all;
        noise();
        lines.add(words.get(12));
        noise();
        layout = random.nextInt(6);
        switch (layout) {
            case 0 -> longTable();
            case 1 -> yearsAcross();
            case 2 -> sexesAcross();
            case 3 -> twoRowHeader();
            case 4 -> blocksBySex();
            default -> tablesByYear();
        }
        if (random.nextBoolean()) {
            lines.add("");
            lines.add("* 1) abc def");
        }
    }

    private void noise() {
        if (random.nextInt(3) == 0) {
            lines.add("");
        }
    }

    private String word(String code) {
        int index =
                List.of("F", "M", "_U", "_T", "Y0T17", "Y_GE18", "SEX", "LAB").indexOf(code);
        return words.get(index);
    }

    private int count() {
        return random.nextInt(most);
    }

    /** Returns a figure as text and expects it in the given column of the next line. */
    private String figure(String key, int value, int column) {
        String cell = (char) ('A' + column) + Integer.toString(lines.size() + 1);
        expected.put(key, key + " = " + value + " " + cell);
        return Integer.toString(value);
    }

    private static String key(String sex, String age, String form, int year) {
        return sex + " " + age + " " + form + " " + year;
    }

    private void numbering(int columns) {
        if (random.nextInt(4) == 0 && columns > 2) {
            StringBuilder line = new StringBuilder("1");
            for (int i = 2; i <= columns; i++) {
                line.append('|').append(i);
            }
            lines.add(line.toString());
        }
    }

    private void longTable() {
        boolean ages = random.nextBoolean();
        boolean blankTotals = random.nextBoolean();
        lines.add(words.get(8) + "|" + words.get(9) + "|" + words.get(ages ? 10 : 11) + "|Value");
        numbering(4);
        List<String> others = ages ? AGES : FORMS;
        String total = blankTotals ? "" : word("_T");
        for (int year = firstYear; year < firstYear + years; year++) {
            int all = 0;
            for (String sex : sexes) {
                int sum = 0;
                for (String other : others) {
                    int value = count();
                    sum += value;
                    String key = key(sex, ages ? other : "_T", ages ? "_T" : other, year);
                    lines.add(year + "|" + word(sex) + "|" + word(other) + "|" + figure(key, value, 3));
                }
                all += sum;
                if (totals) {
                    lines.add(year + "|" + word(sex) + "|" + total + "|" + figure(key(sex, "_T", "_T", year), sum, 3));
                }
            }
            if (totals) {
                lines.add(year + "|" + total + "|" + total + "|" + figure(key("_T", "_T", "_T", year), all, 3));
            }
        }
    }

    private String yearHeader(String before) {
        StringBuilder header = new StringBuilder(before);
        for (int year = firstYear; year < firstYear + years; year++) {
            header.append('|').append(year);
        }
        return header.toString();
    }

    /** Adds a row of figures, one for each year, and adds them to sums. */
    private void yearRow(String label, String sex, String age, String form, int[] values, int column) {
        StringBuilder row = new StringBuilder(label);
        for (int i = 0; i < years; i++) {
            row.append('|').append(figure(key(sex, age, form, firstYear + i), values[i], column + i));
        }
        lines.add(row.toString());
    }

    private int[] counts(int[] sums) {
        int[] values = new int[years];
        for (int i = 0; i < years; i++) {
            values[i] = count();
            sums[i] += values[i];
        }
        return values;
    }

    private void yearsAcross() {
        lines.add(yearHeader(random.nextBoolean() ? words.get(9) : ""));
        numbering(years + 1);
        int[] sums = new int[years];
        for (String sex : sexes) {
            yearRow(word(sex), sex, "_T", "_T", counts(sums), 1);
        }
        if (totals) {
            yearRow(word("_T"), "_T", "_T", "_T", sums, 1);
        }
    }

    private void sexesAcross() {
        StringBuilder header = new StringBuilder(words.get(8));
        sexes.forEach(sex -> header.append('|').append(word(sex)));
        lines.add(header + (totals ? "|" + word("_T") : ""));
        numbering(sexes.size() + (totals ? 2 : 1));
        for (int year = firstYear; year < firstYear + years; year++) {
            StringBuilder row = new StringBuilder(Integer.toString(year));
            int sum = 0;
            for (int i = 0; i < sexes.size(); i++) {
                int value = count();
                sum += value;
                row.append('|').append(figure(key(sexes.get(i), "_T", "_T", year), value, i + 1));
            }
            if (totals) {
                row.append('|').append(figure(key("_T", "_T", "_T", year), sum, sexes.size() + 1));
            }
            lines.add(row.toString());
        }
    }

    private void twoRowHeader() {
        StringBuilder upper = new StringBuilder(random.nextBoolean() ? words.get(11) : "");
        StringBuilder lower = new StringBuilder();
        for (int year = firstYear; year < firstYear + years; year++) {
            upper.append('|').append(year).append("|".repeat(sexes.size() - 1));
            sexes.forEach(sex -> lower.append('|').append(word(sex)));
        }
        lines.add(upper.toString());
        lines.add(lower.toString());
        int[] sums = new int[sexes.size() * years];
        for (String form : FORMS) {
            crossRow(form, sums, true);
        }
        if (totals) {
            crossRow("_T", sums, false);
        }
    }

    private void crossRow(String form, int[] sums, boolean draw) {
        StringBuilder row = new StringBuilder(word(form));
        for (int i = 0; i < sums.length; i++) {
            int value = draw ? count() : sums[i];
            sums[i] += draw ? value : 0;
            String key = key(sexes.get(i % sexes.size()), "_T", form, firstYear + i / sexes.size());
            row.append('|').append(figure(key, value, i + 1));
        }
        lines.add(row.toString());
    }

    private void blocksBySex() {
        lines.add(yearHeader(""));
        boolean ages = random.nextBoolean();
        boolean ownTotals = random.nextBoolean();
        boolean blank = random.nextBoolean();
        int[] all = new int[years];
        for (String sex : sexes.subList(0, 2)) {
            if (blank) {
                lines.add("");
            }
            lines.add(word(sex));
            int[] sums = new int[years];
            for (String other : ages ? AGES : FORMS) {
                yearRow(word(other), sex, ages ? other : "_T", ages ? "_T" : other, counts(sums), 1);
            }
            if (ownTotals) {
                yearRow(word("_T"), sex, "_T", "_T", sums, 1);
            }
            for (int i = 0; i < years; i++) {
                all[i] += sums[i];
            }
        }
        if (totals) {
            yearRow(word("_T"), "_T", "_T", "_T", all, 1);
        }
    }

    private void tablesByYear() {
        for (int year = firstYear; year < firstYear + years; year++) {
            lines.add(words.get(12) + ", " + year);
            lines.add(words.get(9) + "|" + word("Y0T17") + "|" + word("Y_GE18"));
            for (String sex : sexes) {
                lines.add(word(sex) + "|" + figure(key(sex, "Y0T17", "_T", year), count(), 1) + "|"
                        + figure(key(sex, "Y_GE18", "_T", year), count(), 2));
            }
            lines.add("");
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    InventedTable table() {
        return InventedTable.of(text());
    }

    /** Returns the figures that must come back, in the form of {@link InventedTable#figures()}. */
    Set<String> expected() {
        return new TreeSet<>(expected.values());
    }
}
