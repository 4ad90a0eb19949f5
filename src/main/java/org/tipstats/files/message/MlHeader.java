package org.tipstats.files.message;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.DataSetDefaults.StructureReference;
import org.tipstats.files.xml.BoundedXml;

/** The part of an SDMX-ML message before its data. */
final class MlHeader {

    private static final Pattern NAMESPACE = Pattern.compile(
            "https?://(?:www\\.)?sdmx\\.org/resources/sdmxml/schemas/v(\\d)_(\\d)/.*", Pattern.CASE_INSENSITIVE);
    private static final int MAX_STRUCTURES = 100;

    /**
     * A structure that data sets may refer to.
     *
     * @param reference the artefact, or null if the header names no artefact
     * @param dimension the dimension at observation level; observations give the value of this dimension without its id
     */
    record Structure(StructureReference reference, String dimension) {}

    private final boolean generic;
    private final int line;
    private final Map<String, Structure> structures = new HashMap<>();
    private String sender;
    private String action;

    private MlHeader(boolean generic, int line) {
        this.generic = generic;
        this.line = line;
    }

    static MlHeader read(BoundedXml cursor) {
        cursor.nextChild();
        MlHeader header = new MlHeader(checkFormat(cursor), cursor.line());
        if (!cursor.nextChild() || !cursor.name().equals("Header")) {
            throw new MalformedFileException(Reason.MISSING_PART, cursor.line(), "Header");
        }
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Sender" -> {
                    header.sender = cursor.attribute("id");
                    cursor.skip();
                }
                case "Structure" -> header.structure(cursor);
                case "DataSetAction" -> header.action = cursor.onlyText();
                default -> cursor.skip();
            }
        }
        return header;
    }

    private static boolean checkFormat(BoundedXml cursor) {
        String name = cursor.name();
        Matcher namespace = NAMESPACE.matcher(cursor.namespace());
        if (!namespace.matches()) {
            throw new MalformedFileException(Reason.NOT_A_DATA_MESSAGE, cursor.line(), name);
        }
        String version = namespace.group(1) + "." + namespace.group(2);
        boolean generic = name.equals("GenericData") || name.equals("GenericTimeSeriesData");
        boolean specific = name.equals("StructureSpecificData") || name.equals("StructureSpecificTimeSeriesData");
        if ((version.equals("2.1") && (generic || specific)) || (version.startsWith("3.") && specific)) {
            return generic;
        }
        throw new MalformedFileException(Reason.NOT_A_DATA_MESSAGE, cursor.line(), "SDMX-ML " + version + " " + name);
    }

    private void structure(BoundedXml cursor) {
        String id = cursor.attribute("structureID");
        String dimension = cursor.attribute("dimensionAtObservation");
        int at = cursor.line();
        StructureReference reference = null;
        while (cursor.nextChild()) {
            StructureReference found = reference(cursor);
            reference = reference == null ? found : reference;
        }
        if (structures.putIfAbsent(id == null ? "" : id, new Structure(reference, dimension)) != null) {
            throw new MalformedFileException(Reason.GIVEN_TWICE, at, id);
        }
        if (structures.size() > MAX_STRUCTURES) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, at, "Structure");
        }
    }

    /**
     * Reads a reference. In version 3.0 the element contains a URN. In version 2.1 a child element contains the URN or
     * the parts of a reference.
     */
    private static StructureReference reference(BoundedXml cursor) {
        String element = cursor.name();
        String urn = cursor.textOrChild();
        if (urn != null) {
            return StructureReference.of(urn);
        }
        StructureReference reference = null;
        do {
            if (cursor.name().equals("URN")) {
                reference = StructureReference.of(cursor.onlyText());
            } else if (cursor.name().equals("Ref")) {
                reference = parts(cursor, element);
                cursor.moveToEnd();
            } else {
                throw cursor.unexpected();
            }
        } while (cursor.nextChild());
        return reference;
    }

    private static StructureReference parts(BoundedXml cursor, String element) {
        String id = cursor.attribute("id");
        if (id == null) {
            return null;
        }
        String kind = cursor.attribute("class");
        if (kind == null) {
            // The standard itself misspells the name of the agreement: the second e is missing.
            kind = switch (element) {
                case "StructureUsage" -> "Dataflow";
                case "ProvisionAgrement", "ProvisionAgreement" -> "ProvisionAgreement";
                default -> "DataStructure";
            };
        }
        return StructureReference.of(kind, cursor.attribute("agencyID"), id, cursor.attribute("version"));
    }

    /**
     * Returns whether the data is generic: components are elements with an id and a value, and not attributes with the
     * names of the components.
     */
    boolean checkFormat() {
        return generic;
    }

    int line() {
        return line;
    }

    /** Returns the id of the organisation that sent the message, or null. */
    String sender() {
        return sender;
    }

    /** Returns the action for data sets that do not state an action themselves, or null. */
    String action() {
        return action;
    }

    /**
     * Returns the structure to which a data set refers. If the message has only one structure, returns this structure
     * whatever the reference is.
     *
     * @throws MalformedFileException if the message has no structure, or if it has several and the data set refers to
     *     none of them
     */
    Structure structure(String id, int at) {
        Structure named = structures.get(id == null ? "" : id);
        if (named != null) {
            return named;
        }
        if (structures.size() == 1) {
            return structures.values().iterator().next();
        }
        throw new MalformedFileException(Reason.MISSING_PART, at, id == null ? "structureRef" : id);
    }
}
