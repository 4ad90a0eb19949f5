package org.tipstats.files.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The artefact that data belongs to, in the words of SDMX-CSV.
 *
 * @param word {@code dataflow}, {@code datastructure} or {@code dataprovision}
 * @param identification {@code AGENCY:ID(VERSION)}; agency and version only if the message gives them
 */
record StructureReference(String word, String identification) {

    private static final Map<String, String> WORDS =
            Map.of("Dataflow", "dataflow", "DataStructure", "datastructure", "ProvisionAgreement", "dataprovision");
    private static final Pattern URN =
            Pattern.compile("urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]++\\.([A-Za-z]++)=(.++)");

    /**
     * Returns the reference of a URN, or null if the URN is not that of a dataflow, data structure or provision
     * agreement.
     */
    static StructureReference of(String urn) {
        Matcher matcher = URN.matcher(urn.strip());
        String word = matcher.matches() ? WORDS.get(matcher.group(1)) : null;
        return word == null ? null : new StructureReference(word, matcher.group(2));
    }

    /**
     * Returns a reference from its parts. Agency and version may be null.
     *
     * @param kind SDMX's name of the kind of artefact
     */
    static StructureReference of(String kind, String agency, String id, String version) {
        String identification =
                (agency == null ? "" : agency + ":") + id + (version == null ? "" : "(" + version + ")");
        return new StructureReference(WORDS.getOrDefault(kind, "datastructure"), identification);
    }

    /**
     * Returns whether this reference names a dataflow and the other one does not. Only a dataflow identifies the
     * collected data.
     */
    boolean isPreferredTo(StructureReference other) {
        return word.equals("dataflow") && !other.word.equals("dataflow");
    }
}
