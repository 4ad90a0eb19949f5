package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.text;
import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Tables in the dialects of several programs, and tables with misplaced quotation marks. */
final class Dialects {

    private static final String[] COMMENTS = {
        "plain", "with, comma", "with; semicolon", "a \"quote\"", "two\nlines", "a|b\tc"
    };

    private Dialects() {}

    static List<HostileFile> files(Random random) {
        List<HostileFile> files = new ArrayList<>();
        for (String separator : List.of(",", ";", "\t", "|", ":", "^", " ", "\u00A6", ",,", "~")) {
            for (String lineEnd : List.of("\n", "\r\n", "\r", "\n\r", "\r\r\n", "\u2028")) {
                List<List<String>> table = ValidTables.random(random, COMMENTS);
                String name = "dialect " + (int) separator.charAt(0) + separator.length() + " "
                        + lineEnd.replace("\n", "LF").replace("\r", "CR").replace("\u2028", "LS");
                String plain = text(table, separator, lineEnd);
                files.add(new HostileFile(name, utf8(plain), table));
                if (lineEnd.equals("\r\n")) {
                    files.add(new HostileFile(name + " sep", utf8("sep=" + separator + lineEnd + plain), table));
                    String trailing = plain.replace(lineEnd, separator + separator + lineEnd);
                    files.add(new HostileFile(name + " trailing", utf8(trailing), table));
                }
            }
        }
        List<List<String>> table = ValidTables.random(random, COMMENTS);
        files.add(new HostileFile("dialect no end", utf8(text(table).stripTrailing()), table));
        files.add(new HostileFile("dialect decimal comma", utf8(decimals(text(table, ";", "\r\n"))), table));
        files.add(new HostileFile("dialect all quoted", utf8(allQuoted(table)), table));
        quotes(random).forEach((name, text) -> files.add(HostileFile.noTable("quotes " + name, utf8(text))));
        return files;
    }

    /** Adds a decimal of zero to each count. */
    private static String decimals(String text) {
        return text.replaceAll("(;[0-9]{4};[0-9]+);", "$1,0;");
    }

    private static String allQuoted(List<List<String>> table) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            row.forEach(
                    cell -> text.append('"').append(cell.replace("\"", "\"\"")).append("\","));
            text.setLength(text.length() - 1);
            text.append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> quotes(Random random) {
        String text = text(ValidTables.random(random, "x"));
        int at = text.indexOf('\n') + 1 + random.nextInt(40);
        Map<String, String> quotes = new TreeMap<>();
        quotes.put("stray", text.substring(0, at) + '"' + text.substring(at));
        quotes.put("two stray", text.substring(0, at) + "\"\"" + text.substring(at));
        quotes.put("open in the header", '"' + text);
        quotes.put("open at the end", text + "AUT,F,_T,_T,2016,12,A,\"no end");
        quotes.put("open and long", text + "AUT,F,_T,_T,2016,12,A,\"" + "no end\n".repeat(20_000));
        quotes.put("typographic", text.replace("x", "\u201Cx\u201D").replace("AUT", "\u2018AUT\u2019"));
        quotes.put("only", "\"".repeat(5_000));
        quotes.put("backslash", text.replace("x", "\"a \\\" b\""));
        quotes.put("text behind", text.replace("x", "\"a\"b"));
        quotes.put("rows swallowed", text.replace("AUT,M", "\"AUT,M"));
        return quotes;
    }
}
