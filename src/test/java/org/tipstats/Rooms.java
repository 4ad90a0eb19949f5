package org.tipstats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The house: its rooms in the order in which figures travel, and what each may use. The README shows the same table. */
final class Rooms {

    /** What each room may import besides itself, in the order of the house. */
    static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

    /** The inner packages of each room. */
    static final Map<String, Set<String>> INNER = new TreeMap<>();

    /** Inner packages that the house is to have, and that an issue still has to bring. */
    static final Set<String> PLANNED = Set.of();

    /** Rooms and inner packages without a framework. */
    static final Set<String> PURE = Set.of(
            "vocabulary",
            "files",
            "mapping",
            "validate",
            "compile",
            "protect",
            "sdmx.artefact",
            "sdmx.data",
            "site.drawing",
            "site.pdf");

    /** The number of files that an inner package may have. */
    static final int MAX_FILES = 20;

    /** The inner package with more files, up to this number: the rules grow by one class each. */
    static final Map<String, Integer> LARGER = Map.of("validate.rule", 60);

    /** Classes outside of solvers that calculate with fractions of a solver, never with published figures. */
    static final Set<String> FRACTIONS = Set.of(
            "CellPrices",
            "Consistency",
            "CoverSearch",
            "Effort",
            "JointSearch",
            "LinearSystem",
            "LocalSearch",
            "MoveFinder",
            "MovePool",
            "MoveRounding",
            "Neighbourhood",
            "ObservedValues",
            "PatternSearch",
            "RoundingRandom",
            "Substitution",
            "Sum",
            "Suppressor",
            "WholePoints",
            "Witnesses");

    /** What each pure inner package may use besides Java and the house. */
    static final Map<String, List<String>> LIBRARIES = new TreeMap<>();

    static {
        room("vocabulary");
        room("files", "vocabulary");
        room("mapping", "vocabulary", "files");
        room("validate", "vocabulary", "files", "mapping");
        room("compile", "vocabulary");
        room("protect", "vocabulary");
        room("platform", "vocabulary");
        room("collect", "vocabulary", "files", "mapping", "validate", "platform");
        room("publish", "vocabulary", "files", "compile", "protect", "platform", "collect");
        room("disseminate", "vocabulary", "files", "validate", "compile", "platform", "collect", "publish");
        room("sdmx", "vocabulary", "files", "platform", "collect", "publish");
        room("site", "vocabulary", "files", "mapping", "validate", "platform", "collect", "publish", "disseminate");
        room(
                "start",
                "vocabulary",
                "files",
                "mapping",
                "validate",
                "protect",
                "platform",
                "collect",
                "publish",
                "site");

        inner("vocabulary", "schema", "cube", "names");
        inner("files", "csv", "detect", "xml", "workbook", "message", "parquet");
        inner("mapping", "grid", "reading", "meaning", "guess", "saved", "count");
        inner("validate", "run", "row", "table", "persons", "rule", "findings", "forms", "mapped");
        inner("validate", "trial");
        inner("compile", "aggregate", "mirror");
        inner("protect", "solve", "cells", "suppress", "figures", "disclose", "round");
        inner("protect", "equations", "published", "intruder");
        inner("platform", "problem", "http", "edge", "openapi", "database", "storage", "signing", "audit", "access");
        inner("platform", "cache", "job", "connection", "alert", "retention", "contact", "mail", "people", "provider");
        inner("collect", "upload", "submission", "values", "justify", "reports", "mappings", "receive", "review");
        inner("collect", "discussion", "rounds", "entry", "trial", "metadata");
        inner("publish", "consult", "draft", "read", "checks", "release", "citation", "remedy", "notice", "manifest");
        inner("publish", "tables");
        inner("disseminate", "query", "data", "template", "format", "catalogue", "comparison", "coverage");
        inner("disseminate", "notify", "deliver", "series", "calendar", "tables");
        inner("sdmx", "artefact", "data", "question", "rest");
        inner("site", "frame", "session", "drawing", "pdf", "home", "chapter", "search", "area", "releases");
        inner("site", "topics", "report", "explore", "map", "flows", "file", "table", "tabulate");
        inner("site", "submit", "rounds", "review", "publish", "admin", "metadata");
        inner("start", "postgres", "boot", "demo", "backup", "export", "command", "tables");

        library("vocabulary.schema", "com.fasterxml.jackson..");
        library("vocabulary.cube");
        library("vocabulary.names", "com.ibm.icu..");
        library("files.csv", "org.apache.commons.csv..");
        library("files.detect", "com.ibm.icu..");
        library("files.xml");
        library("files.workbook", "org.dhatim.fastexcel..");
        library("files.message", "com.fasterxml.jackson..");
        library("files.parquet", "org.apache.parquet..", "org.apache.hadoop.conf..");
        library("mapping.grid", "com.fasterxml.jackson..");
        library("mapping.reading");
        library("mapping.meaning");
        library("mapping.guess", "com.fasterxml.jackson..");
        library("mapping.saved", "com.fasterxml.jackson..");
        library("mapping.count", "com.fasterxml.jackson..");
        library("validate.run", "com.fasterxml.jackson..");
        library("validate.row");
        library("validate.table");
        library("validate.persons");
        library("validate.rule");
        library("validate.findings", "com.fasterxml.jackson..", "com.ibm.icu..");
        library("validate.forms", "com.fasterxml.jackson..");
        library("validate.mapped");
        library("validate.trial", "com.fasterxml.jackson..");
        library("compile.aggregate");
        library("compile.mirror");
        library("protect.solve", "com.google.ortools..");
        library("protect.cells");
        library("protect.suppress", "com.google.ortools..");
        library("protect.figures");
        library("protect.disclose");
        library("protect.round");
        library("protect.equations", "com.google.ortools..");
        library("protect.published");
        library("protect.intruder");
        library("sdmx.artefact", "com.fasterxml.jackson..");
        library("sdmx.data", "com.fasterxml.jackson..");
        library("site.drawing");
        library("site.pdf", "com.openhtmltopdf..", "org.apache.pdfbox..", "org.w3c.dom..", "org.xml.sax..");
    }

    private static final Pattern NAMED = Pattern.compile("\\{@(?:code|link)[\\s*]+([A-Z]\\w*)}");

    private Rooms() {}

    private static void room(String name, String... mayImport) {
        MAY_IMPORT.put(name, new TreeSet<>(Set.of(mayImport)));
    }

    private static void inner(String room, String... names) {
        INNER.computeIfAbsent(room, none -> new TreeSet<>()).addAll(List.of(names));
    }

    private static void library(String name, String... packages) {
        List<String> all = new ArrayList<>(List.of("java..", "javax.xml.."));
        all.addAll(List.of(packages));
        LIBRARIES.put(name, all);
    }

    static String packageOf(String name) {
        return "org.tipstats." + name + "..";
    }

    static String[] packages(Collection<String> names) {
        return names.stream().map(Rooms::packageOf).toArray(String[]::new);
    }

    /** Returns the simple names of the types that other rooms may use, as the description of the room lists them. */
    static Set<String> faceOf(String room) throws IOException {
        String description =
                Files.readString(Path.of("src", "main", "java", "org", "tipstats", room, "package-info.java"));
        Set<String> names = new TreeSet<>();
        Matcher name = NAMED.matcher(description.substring(description.indexOf("<p>Face")));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** Returns the rows of the table of rooms in the README: the name of a room and what it may import. */
    static Map<String, Set<String>> inReadme() throws IOException {
        Pattern row = Pattern.compile("\\| `(\\w+)` \\| ([^|]*) \\| [^|]* \\|");
        Pattern code = Pattern.compile("`(\\w+)`");
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            lines.map(row::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> rows.put(
                            line.group(1),
                            code.matcher(line.group(2))
                                    .results()
                                    .map(found -> found.group(1))
                                    .collect(TreeSet::new, Set::add, Set::addAll)));
        }
        rows.keySet().retainAll(MAY_IMPORT.keySet());
        return rows;
    }
}
