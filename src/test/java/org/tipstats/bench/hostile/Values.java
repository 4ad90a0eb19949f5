package org.tipstats.bench.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid tables with an oddly written value in one cell. */
final class Values {

    private static final List<String> COUNTS = List.of(
            "12.0",
            "12,0",
            "12.00",
            "12.",
            ".0",
            "12.5",
            "12,5",
            "1e3",
            "1E+05",
            "0x1F",
            "NaN",
            "Infinity",
            "-1",
            "\u22121",
            "-0",
            "+5",
            "++5",
            "007",
            "000",
            " 12 ",
            "\u00A012",
            "1 000",
            "1,000",
            "1.000",
            "1'000",
            "1\u202F000",
            "1,00,000",
            "1.000.000",
            "\u0663\u0664",
            "\uFF11\uFF12",
            "\u4E94",
            "\u00B2",
            "\u00BD",
            "\u2162",
            "<5",
            ">5",
            "5*",
            "~5",
            "5-10",
            "12 (p)",
            "12%",
            "$12",
            "#REF!",
            "#N/A",
            "NULL",
            "n/a",
            "NA",
            "-",
            "..",
            "true",
            "1/2",
            "12:30",
            "2016-01-01",
            "1_000",
            "999999999999999",
            "9999999999999999",
            "9007199254740993",
            "99999999999999999999999",
            "1\u200B2",
            "12\u00AD",
            "\u202E21",
            "1e999999999",
            "0.1e1",
            "12d",
            "12L",
            "0b11",
            "1\u06602",
            "\uD835\uDFCF",
            "",
            "\"",
            "'12",
            "=12",
            "=1+1");
    private static final List<String> PERIODS = List.of(
            "2016-01",
            "2016/17",
            "2016-17",
            "16",
            "'16",
            "FY2016",
            "1899",
            "2100",
            "02016",
            "2016.0",
            "\u0662\u0660\u0661\u0666",
            " 2016",
            "2016-W01",
            "2016-Q1",
            "2016-01-01/P1Y",
            "Jan-16",
            "42370",
            "2559",
            "1437",
            "-2016",
            "2016 ",
            "",
            "99999999999");
    private static final List<String> AREAS = List.of(
            "NA",
            "NAM",
            "Namibia",
            "Austria",
            "aut",
            "AUT ",
            "AT",
            "040",
            "C\u00F4te d'Ivoire",
            "Congo",
            "Guinea",
            "UK",
            "U.S.A.",
            "Korea",
            "\u0410\u0432\u0441\u0442\u0440\u0438\u044F",
            "AU\u0422",
            "001",
            "150",
            "World",
            "Kosovo",
            "Taiwan",
            "Yugoslavia",
            "",
            "*",
            "NULL",
            "nan",
            "A\u0301UT",
            "\u202EAUT",
            "AUT;BEL",
            "AUT,BEL",
            "_T");
    private static final List<String> STATUSES = List.of("a", "M", "NA", "Q", "O", "L", "J", "Z", "", "AA", "1", "c");

    private Values() {}

    static List<HostileFile> files(Random random) {
        List<HostileFile> files = new ArrayList<>();
        add(files, random, "value", ValidTables.VALUE, COUNTS);
        add(files, random, "period", ValidTables.YEAR, PERIODS);
        add(files, random, "area", 0, AREAS);
        add(files, random, "status", ValidTables.VALUE + 1, STATUSES);
        return files;
    }

    private static void add(List<HostileFile> files, Random random, String what, int column, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            List<List<String>> table = ValidTables.random(random, "a note");
            int row = 1 + random.nextInt(table.size() - 1);
            files.add(ValidTables.file(what + " " + i, ValidTables.with(table, row, column, cells.get(i))));
        }
    }
}
