package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A random cube of victims by sex, age and year with words of one language, as files that are cubes themselves: JSON-stat,
 * PC-Axis and SDMX-ML. The grid of such a file is a long table.
 */
final class RandomCube {

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    /** The lines of a message above its first observation. */
    private static final int LINES_BEFORE = 6;

    private final RandomWords words;
    private final List<String> sexes = new ArrayList<>(List.of("F", "M"));
    private final List<String> ages = new ArrayList<>(List.of("Y0T17", "Y_GE18"));
    private final List<String> years = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    RandomCube(Random random) {
        this.words = RandomWords.any(random);
        if (random.nextBoolean()) {
            sexes.add("_U");
        }
        int first = 2005 + random.nextInt(15);
        for (int i = random.nextInt(4); i >= 0; i--) {
            years.add(Integer.toString(first + i));
        }
        years.sort(null);
        for (int i = 0; i < sexes.size() * ages.size() * years.size(); i++) {
            values.add(random.nextInt(300));
        }
    }

    /** A cell of the cube. */
    private record Cell(String sex, String age, String year, int value) {}

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String sex : sexes) {
            for (String age : ages) {
                for (String year : years) {
                    cells.add(new Cell(sex, age, year, values.get(cells.size())));
                }
            }
        }
        return cells;
    }

    /**
     * Returns the figures that must come back, in the form of {@link InventedTable#figures()}.
     *
     * @param lines whether the cells are addressed by line alone, as those of a message are
     */
    Set<String> expected(boolean lines) {
        Set<String> expected = new TreeSet<>();
        for (Cell cell : cells()) {
            String address = lines ? "line:" + (LINES_BEFORE + 1 + expected.size()) : "D" + (2 + expected.size());
            expected.add(cell.sex + " " + cell.age + " _T " + cell.year + " = " + cell.value + " " + address);
        }
        return expected;
    }

    private static String joined(List<?> values, String separator) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    private List<String> words(List<String> codes) {
        return codes.stream().map(words::of).toList();
    }

    String jsonStat() {
        return """
                {"version": "2.0", "class": "dataset", "label": "%s", "value": [%s],
                 "id": ["a", "b", "year"], "size": [%d, %d, %d],
                 "dimension": {%s, %s,
                  "year": {"label": "%s", "category": {"index": ["%s"]}}}}
                """.formatted(
                        words.title(),
                        joined(values, ", "),
                        sexes.size(),
                        ages.size(),
                        years.size(),
                        dimension("a", words.sex(), sexes),
                        dimension("b", words.age(), ages),
                        words.year(),
                        joined(years, "\", \""));
    }

    /** Categories have codes that say nothing, and labels. */
    private String dimension(String id, String label, List<String> codes) {
        List<String> index = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (String code : codes) {
            index.add("\"" + id + labels.size() + "\"");
            labels.add("\"" + id + labels.size() + "\": \"" + words.of(code) + "\"");
        }
        return "\"%s\": {\"label\": \"%s\", \"category\": {\"index\": [%s], \"label\": {%s}}}"
                .formatted(id, label, joined(index, ", "), joined(labels, ", "));
    }

    String px() {
        return """
                CHARSET="ANSI";
                AXIS-VERSION="2013";
                CODEPAGE="utf-8";
                TITLE="%1$s";
                UNITS="Number";
                STUB="%2$s","%3$s";
                HEADING="%4$s";
                VALUES("%2$s")="%5$s";
                VALUES("%3$s")="%6$s";
                VALUES("%4$s")="%7$s";
                DATA=
                %8$s;
                """.formatted(
                        words.title(),
                        words.sex(),
                        words.age(),
                        words.year(),
                        joined(words(sexes), "\",\""),
                        joined(words(ages), "\",\""),
                        joined(years, "\",\""),
                        joined(values, " "));
    }

    /** Messages have codes and no words. */
    String sdmxMl() {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0"?>
                <m:StructureSpecificData xmlns:m="%1$smessage" xmlns:ss="%1$sdata/structurespecific">
                  <m:Header><m:ID>X</m:ID>
                    <m:Structure structureID="S" dimensionAtObservation="AllDimensions"/>
                  </m:Header>
                <m:DataSet ss:structureRef="S">
                """.formatted(SCHEMAS));
        for (Cell cell : cells()) {
            text.append("<Obs SERIES=\"VC_HTF_DETV\" SEX=\"" + cell.sex + "\" AGE=\"" + cell.age + "\" TIME_PERIOD=\""
                    + cell.year + "\" OBS_VALUE=\"" + cell.value + "\"/>\n");
        }
        return text.append("</m:DataSet>\n</m:StructureSpecificData>\n").toString();
    }
}
