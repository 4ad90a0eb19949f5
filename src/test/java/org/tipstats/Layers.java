package org.tipstats;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The order of the packages: the table that {@link ArchitectureTest} enforces. */
final class Layers {

    /** Packages that use only plain Java and the libraries in {@link #LIBRARIES}. */
    static final Set<String> PURE = Set.of(
            "schema",
            "observation",
            "artefact",
            "exchange",
            "csv",
            "workbook",
            "message",
            "report",
            "validation",
            "aggregation",
            "disclosure",
            "suppression",
            "intruder",
            "rounding",
            "mirror",
            "parquet",
            "drawing",
            "pdf");

    /** Packages in the table that do not exist yet. Remove a package from this set when its first class exists. */
    static final Set<String> PLANNED = Set.of();

    /** The packages that each package may import, in addition to itself. Siblings must not import each other. */
    static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

    /** The packages of libraries that each pure package may use, in addition to Java and this project. */
    static final Map<String, String[]> LIBRARIES = new TreeMap<>();

    static {
        Set<String> vocabulary = Set.of("schema", "observation");
        MAY_IMPORT.put("schema", Set.of());
        MAY_IMPORT.put("observation", Set.of("schema"));
        MAY_IMPORT.put("artefact", Set.of("schema"));
        for (String sibling : new String[] {"csv", "validation", "aggregation", "rounding", "mirror"}) {
            MAY_IMPORT.put(sibling, vocabulary);
        }
        MAY_IMPORT.put("suppression", Set.of());
        MAY_IMPORT.put("parquet", Set.of());
        MAY_IMPORT.put("drawing", Set.of());
        MAY_IMPORT.put("pdf", Set.of());
        MAY_IMPORT.put("disclosure", Set.of("schema", "observation", "suppression"));
        MAY_IMPORT.put("intruder", Set.of("schema", "observation", "csv"));
        MAY_IMPORT.put("workbook", Set.of("schema", "observation", "csv"));
        MAY_IMPORT.put("message", Set.of("schema", "observation", "csv"));
        MAY_IMPORT.put("report", Set.of("schema", "observation", "csv", "workbook"));
        MAY_IMPORT.put("exchange", Set.of("schema", "observation", "csv", "artefact"));
        MAY_IMPORT.put("validation", Set.of("schema", "observation", "csv", "workbook", "message", "report"));
        MAY_IMPORT.put("problem", Set.of());
        MAY_IMPORT.put("storage", Set.of());
        MAY_IMPORT.put("webhook", Set.of());
        MAY_IMPORT.put("web", Set.of("problem"));
        Set<String> soFar = new TreeSet<>(PURE);
        soFar.addAll(Set.of("problem", "web", "storage", "webhook"));
        for (String next : new String[] {
            "audit",
            "access",
            "job",
            "submission",
            "discussion",
            "protection",
            "release",
            "citation",
            "format",
            "dissemination",
            "catalogue",
            "export",
            "comparison",
            "coverage",
            "notification",
            "subscription"
        }) {
            MAY_IMPORT.put(next, Set.copyOf(soFar));
            soFar.add(next);
        }
        Set<String> website = new TreeSet<>(soFar);
        for (String next :
                new String[] {"page", "session", "filereport", "check", "upload", "portal", "map", "explorer"}) {
            MAY_IMPORT.put(next, Set.copyOf(website));
            website.add(next);
        }
        for (String apart : new String[] {"profile", "flows", "due", "reviewdesk", "releasedesk", "administration"}) {
            MAY_IMPORT.put(apart, Set.copyOf(website));
        }
        website.add("profile");
        MAY_IMPORT.put("patterns", Set.copyOf(website));
        MAY_IMPORT.put("sdmxquery", Set.copyOf(soFar));
        soFar.add("sdmxquery");
        MAY_IMPORT.put("sdmx", Set.copyOf(soFar));
        MAY_IMPORT.put(
                "command",
                Set.of(
                        "schema",
                        "observation",
                        "csv",
                        "workbook",
                        "message",
                        "report",
                        "validation",
                        "disclosure",
                        "suppression",
                        "intruder",
                        "audit"));
        MAY_IMPORT.put("bootstrap", Set.copyOf(MAY_IMPORT.keySet()));

        library("schema", "com.fasterxml.jackson..");
        library("observation");
        library("artefact", "com.fasterxml.jackson..");
        library("exchange", "com.fasterxml.jackson..");
        library("csv", "org.apache.commons.csv..", "com.ibm.icu..");
        library("workbook", "org.dhatim.fastexcel..");
        library("message", "com.fasterxml.jackson..");
        library("report", "com.fasterxml.jackson..", "com.ibm.icu..");
        library("validation", "com.fasterxml.jackson..", "com.ibm.icu..");
        library("aggregation");
        library("disclosure");
        library("suppression", "com.google.ortools..");
        library("intruder", "com.google.ortools..");
        library("rounding");
        library("mirror");
        library("drawing");
        library("pdf", "com.openhtmltopdf..", "org.w3c.dom..", "org.xml.sax..");
        library("parquet", "org.apache.parquet..", "org.apache.hadoop.conf..");
    }

    private Layers() {}

    private static void library(String name, String... packages) {
        String[] all = Stream.concat(Stream.of("java..", "javax.xml.."), Stream.of(packages))
                .toArray(String[]::new);
        LIBRARIES.put(name, all);
    }

    static String packageOf(String name) {
        return "org.tipstats." + name + "..";
    }

    static String[] packages(Collection<String> names) {
        return names.stream().map(Layers::packageOf).toArray(String[]::new);
    }
}
