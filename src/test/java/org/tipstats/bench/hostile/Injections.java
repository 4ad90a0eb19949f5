package org.tipstats.bench.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that a spreadsheet, page, template, query, header or terminal would run, in every column and in the header. */
final class Injections {

    private Injections() {}

    private static List<String> texts(int port) {
        String here = "127.0.0.1:" + port;
        return List.of(
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://" + here + "/\")",
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "'=1+1",
                "'plain",
                "''=1",
                "-",
                "=",
                "-12",
                "+12",
                "\uFF1D1+1",
                "=WEBSERVICE(\"http://" + here + "/\")",
                "<script>alert(1)</script>",
                "\"><img src=http://" + here + "/ onerror=alert(1)>",
                "</style></title>",
                "<!--",
                "]]>",
                "&lt;b&gt;",
                "&#x0;",
                "javascript:alert(1)",
                "{{7*7}}",
                "${7*7}",
                "#{7*7}",
                "{value}",
                "{0}",
                "{value, plural, other {#}}",
                "it''s {",
                "%s%n%d",
                "%0d%0aSet-Cookie: a=b",
                "a\r\nSet-Cookie: a=b",
                "a\nb\n\nc",
                "${jndi:ldap://" + here + "/a}",
                "'; DROP TABLE submission; --",
                "1' OR '1'='1",
                "\\x00",
                "\\N",
                "\\.",
                "../../../etc/passwd",
                "..\\..\\win.ini",
                "file:///etc/passwd",
                "C:\\CON",
                "$(touch /tmp/x)",
                "`id`",
                "|id",
                "\u202Eevil\u202C",
                "\u2066x\u2069",
                "\u200B\u200C\u200D\uFEFF",
                "Z\u0351\u0352\u0353".repeat(50),
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uFFFE\uFFFF",
                "\uDBFF\uDFFF",
                "\u0001\u0008\u000B\u001F\u007F\u0085",
                "\u001B[31mred",
                "_x0041_",
                "_x000D_",
                "\u2028\u2029",
                "a,b;c|d\te",
                "\"\"\"",
                "null",
                "undefined",
                "__proto__");
    }

    static List<HostileFile> files(Random random, int port) {
        List<HostileFile> files = new ArrayList<>();
        List<String> texts = texts(port);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            List<List<String>> table = ValidTables.random(random);
            files.add(ValidTables.file(
                    "injection in a comment " + i, ValidTables.with(table, 1, ValidTables.COMMENT, text)));
            int column = random.nextInt(ValidTables.COMMENT);
            files.add(ValidTables.file("injection in a code " + i, ValidTables.with(table, 1, column, text)));
            files.add(ValidTables.file(
                    "injection in the header " + i, ValidTables.with(table, 0, random.nextInt(8), text)));
        }
        return files;
    }
}
