package org.tipstats.files.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What data belongs to, in the words of SDMX-CSV.
 *
 * @param word {@code dataflow}, {@code datastructure} or {@code dataprovision}
 * @param identification {@code AGENCY:ID(VERSION)}; agency and version only where they are said
 */
record StructureReference(String word, String identification) {

    private static final Map<String, String> WORDS =
            Map.of("Dataflow", "dataflow", "DataStructure", "datastructure", "ProvisionAgreement", "dataprovision");
    private static final Pattern URN =
            Pattern.compile("urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]++\\.([A-Za-z]++)=(.++)");

    /** The reference that a URN makes, or null where it is none to a dataflow, data structure or agreement. */
    static StructureReference of(String urn) {
        Matcher matcher = URN.matcher(urn.strip());
        String word = matcher.matches() ? WORDS.get(matcher.group(1)) : null;
        return word == null ? null : new StructureReference(word, matcher.group(2));
    }

    /** A reference by parts, of which only the id is required; the kind is one of SDMX's names of artefacts. */
    static StructureReference of(String kind, String agency, String id, String version) {
        String identification =
                (agency == null ? "" : agency + ":") + id + (version == null ? "" : "(" + version + ")");
        return new StructureReference(WORDS.getOrDefault(kind, "datastructure"), identification);
    }

    /** Whether this one says more of what was collected: a dataflow does. */
    boolean isBetterThan(StructureReference other) {
        return word.equals("dataflow") && !other.word.equals("dataflow");
    }
}
