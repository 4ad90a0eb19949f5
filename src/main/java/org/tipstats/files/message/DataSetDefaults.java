package org.tipstats.files.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.message.MessageReader.MessageRows.MessageRow;

/** The information that a data set gives for all its observations. Completes each observation with this information. */
final class DataSetDefaults {

    static final String DELETE = "D";

    private final MessageColumns columns;
    private final LevelValues key;
    private final LevelValues attributes;
    private final GroupAttributes groups;
    private int rows;

    DataSetDefaults(MessageColumns columns, MemoryBudget budget) {
        this.columns = columns;
        this.key = new LevelValues(columns);
        this.attributes = new LevelValues(columns);
        this.groups = new GroupAttributes(budget);
    }

    /** Sets the structure and the action of the data set. Ignores null. */
    void setReferenceAndAction(StructureReference structure, String action) {
        if (structure != null) {
            key.set(columns.specialColumnOf(MessageColumns.STRUCTURE), structure.word());
            key.set(columns.specialColumnOf(MessageColumns.STRUCTURE_ID), structure.identification());
        }
        if (action != null) {
            key.set(columns.specialColumnOf(MessageColumns.ACTION), action);
        }
    }

    void setCommonCodes(LevelValues codes, int line) {
        key.inherit(codes, line);
    }

    void setComponents(LevelValues said, int line) {
        said.split(key, attributes, line);
    }

    /**
     * Adds information for the observations that have the given codes. If no codes are given, the information applies
     * to the whole data set.
     */
    void group(LevelValues codes, LevelValues said, int line) {
        if (codes.isEmpty()) {
            setComponents(said, line);
        } else {
            groups.add(codes, said, line);
        }
    }

    /**
     * Sets the default text of an attribute. The default is not used if the data set gives a text for the attribute.
     */
    void setDefault(String id, String text, int line) {
        if (attributes.get(columns.columnOf(id, line)) == null) {
            attributes.setOnce(id, text, line);
        }
    }

    /**
     * Completes an observation with the texts of its series, its groups and the data set.
     *
     * @param own the texts of the observation itself
     * @param series the texts of the series of the observation, or null if there is no series
     */
    MessageRow observation(int line, LevelValues own, LevelValues series) {
        if (series != null) {
            own.inherit(series, line);
        }
        own.inherit(key, line);
        groups.applyTo(own, line);
        own.inherit(attributes, line);
        rows++;
        return new MessageRow(line, own.toRow());
    }

    int rows() {
        return rows;
    }

    /**
     * Returns the code of an action in SDMX-CSV. Returns an unknown name of an action unchanged; a check then reports
     * this name as an unknown code.
     */
    static String actionCode(String action) {
        return switch (action) {
            case "Information" -> "I";
            case "Append" -> "A";
            case "Merge" -> "M";
            case "Replace" -> "R";
            case "Delete" -> DELETE;
            default -> action;
        };
    }

    /**
     * A reference to the artefact that describes the data, in the form that SDMX-CSV uses.
     *
     * @param word the type of the artefact: {@code dataflow}, {@code datastructure} or {@code dataprovision}
     * @param identification the identification in the form {@code AGENCY:ID(VERSION)}; agency and version are absent if
     *     the message does not give them
     */
    record StructureReference(String word, String identification) {

        private static final Map<String, String> WORDS =
                Map.of("Dataflow", "dataflow", "DataStructure", "datastructure", "ProvisionAgreement", "dataprovision");
        private static final Pattern URN =
                Pattern.compile("urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]++\\.([A-Za-z]++)=(.++)");

        /**
         * Returns the reference of a URN, or null if the URN does not identify a dataflow, data structure or provision
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
         * @param kind the name that SDMX gives to the kind of artefact
         */
        static StructureReference of(String kind, String agency, String id, String version) {
            String identification =
                    (agency == null ? "" : agency + ":") + id + (version == null ? "" : "(" + version + ")");
            return new StructureReference(WORDS.getOrDefault(kind, "datastructure"), identification);
        }

        /**
         * Returns whether this reference names a dataflow and the other reference does not. Only a dataflow identifies
         * the collected data.
         */
        boolean isPreferredTo(StructureReference other) {
            return word.equals("dataflow") && !other.word.equals("dataflow");
        }
    }
}
