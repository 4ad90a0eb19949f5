package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.text;
import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Things that people put around, between and into tables. */
final class Structures {

    private static final String HEADER = String.join(",", ValidTables.HEADER);

    private Structures() {}

    static List<HostileFile> files(Random random) {
        List<HostileFile> files = new ArrayList<>();
        List<List<String>> table = ValidTables.random(random, "a note");
        around(table, random, files);
        headers(table, random, files);
        rows(table, files);
        large(table, files);
        return files;
    }

    private static void around(List<List<String>> table, Random random, List<HostileFile> files) {
        String text = text(table);
        for (int lines : new int[] {1, 5, 20, 21, 500}) {
            files.add(new HostileFile(
                    "structure preamble " + lines, utf8("Victims of trafficking\n".repeat(lines) + text), table));
            files.add(new HostileFile("structure blank lines " + lines, utf8("\n".repeat(lines) + text), table));
            files.add(new HostileFile("structure blank rows " + lines, utf8(text + ",,,,,,,\n".repeat(lines)), table));
            add(files, "footnotes " + lines, text + "Source: police\n".repeat(lines));
            add(files, "footnotes with commas " + lines, text + "Note: police, courts, and others\n".repeat(lines));
        }
        files.add(new HostileFile("structure blank between", utf8(text.replace("\n", "\n\n")), table));
        files.add(new HostileFile("structure padded", utf8(text.replace(",", " , ")), table));
        add(files, "total row", text + "Total,,,,,1234,,\n");
        add(files, "total for area", text + "Grand total,_T,_T,_T,2016,1234,,\n");
        add(files, "two tables", text + "\nTable 2\n" + text(ValidTables.random(random)));
        add(files, "header again below", text + text);
    }

    private static void headers(List<List<String>> table, Random random, List<HostileFile> files) {
        String text = text(table);
        String body = text.substring(text.indexOf('\n') + 1);
        add(files, "no header", body);
        add(files, "only a header", HEADER);
        add(files, "doubled header", HEADER + "\n" + text);
        add(files, "header in two rows", "Country,Victims,,,,,,\n" + text);
        add(files, "two names in a cell", text.replace("SEX", "\"SEX\nGender\""));
        add(files, "a column twice", text.replace("SEX", "AGE"));
        add(files, "a column without name", text.replace("SEX", ""));
        add(files, "unknown names", "a,b,c,d,e,f,g,h\n" + body);
        add(files, "names of people", "First name,Surname,Date of birth,d,e,f,g,h\n" + body);
        add(files, "names in words", "Country,Sex,Age group,Exploitation,Year,Value,Status,Comment\n" + body);
        add(files, "a header of separators", ",".repeat(10_000) + "\n" + body);
        add(files, "thousand columns", HEADER + ",x".repeat(1_000) + "\n" + body);
        add(files, "years as columns", "REF_AREA,SEX,2015,2016,2017\nAUT,F,1,2,3\nAUT,M,4,5,6\n");
        files.add(new HostileFile("structure lower case", utf8(HEADER.toLowerCase(Locale.ROOT) + "\n" + body), table));
        List<Integer> order =
                IntStream.range(0, ValidTables.HEADER.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        List<List<String>> shuffled =
                table.stream().map(row -> order.stream().map(row::get).toList()).toList();
        files.add(ValidTables.file("structure shuffled", shuffled));
        for (int left = 0; left < ValidTables.HEADER.size(); left++) {
            int without = left;
            List<List<String>> less = table.stream()
                    .map(row -> IntStream.range(0, row.size())
                            .filter(i -> i != without)
                            .mapToObj(row::get)
                            .toList())
                    .toList();
            files.add(ValidTables.file("structure without " + ValidTables.HEADER.get(left), less));
        }
    }

    private static void rows(List<List<String>> table, List<HostileFile> files) {
        String text = text(table);
        String row = "AUT,F,Y0T17,_T,2016,12,A,x\n";
        add(files, "ragged short", text + "AUT,F,_T\n" + row);
        add(files, "ragged long", text + "AUT,F,Y0T17,_T,2016,12,A,x,y,z\n" + "BEL" + row.substring(3));
        add(files, "every row ragged", text.replace("AUT,", "AUT,,"));
        add(files, "a row twice", text + row + row);
        add(files, "a row a thousand times", text + row.repeat(1_000));
        add(files, "conflict", text + row + row.replace("12", "13"));
        add(files, "another country", text + "FRA" + row.substring(3) + "001" + row.substring(3));
        add(files, "other dataflow", "DATAFLOW," + HEADER + "\nTIPSTATS:PERSONS(1.0.0)," + row);
        add(files, "withdraws all", "ACTION," + HEADER + "\nD,,,,,,,,\n");
        add(files, "unknown action", "ACTION," + HEADER + "\nDROP," + row);
    }

    private static void large(List<List<String>> table, List<HostileFile> files) {
        String text = text(table);
        add(files, "wrong rows", text + "XXX,girl,old,work,someday,many,fine,x\n".repeat(2_500));
        StringBuilder different = new StringBuilder(text);
        for (int i = 0; i < 1_000; i++) {
            different.append("X" + i + ",g" + i + ",o" + i + ",w" + i + ",s" + i + ",m" + i + ",f" + i + ",x\n");
        }
        add(files, "all different wrong rows", different.toString());
        add(files, "ragged rows", text + "AUT,F\n".repeat(3_000) + text);
        StringBuilder growing = new StringBuilder(text);
        for (int cells = 201; cells <= 1_200; cells++) {
            growing.append("AUT").append(",".repeat(cells - 1)).append('\n');
        }
        add(files, "rows that grow by one cell each", growing.toString());
        add(files, "one line", HEADER + "\nAUT,F,_T,_T,2016,12,A," + "x".repeat(1_000_000));
        add(files, "long cells", text + ("AUT,F,_T,_T,2016,12,A," + "x".repeat(4_001) + "\n").repeat(20));
        add(files, "one row of cells", HEADER + "\n" + "1,".repeat(100_000));
        add(files, "blank lines", text + "\n".repeat(50_000));
        add(files, "separators", ",,,,,,,,\n".repeat(30_000));
        add(files, "blanks", " ".repeat(500_000));
    }

    private static void add(List<HostileFile> files, String name, String text) {
        files.add(HostileFile.noTable("structure " + name, utf8(text)));
    }
}
