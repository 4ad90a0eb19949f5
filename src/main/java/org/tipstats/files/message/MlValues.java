package org.tipstats.files.message;

import java.util.Set;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.JsonComponent.MultipleTexts;
import org.tipstats.files.xml.BoundedXml;

/** Reads the components that the elements of a data set give, in generic or structure-specific data. */
record MlValues(BoundedXml cursor, MessageColumns columns, boolean generic) {

    private static final String ALL_DIMENSIONS = "AllDimensions";

    /**
     * Attributes that describe a data set itself. These attributes have a prefix, but some programs omit this prefix.
     */
    private static final Set<String> OF_DATA_SET = Set.of(
            "structureRef",
            "setID",
            "action",
            "reportingBeginDate",
            "reportingEndDate",
            "validFromDate",
            "validToDate",
            "publicationYear",
            "publicationPeriod",
            "dataScope");

    LevelValues ofDataSet() {
        LevelValues said = new LevelValues(columns);
        attributes(OF_DATA_SET, said);
        return said;
    }

    /**
     * Reads the components among the attributes of the open element. In generic data, these attributes are not
     * components.
     */
    void attributes(LevelValues cells) {
        if (!generic) {
            // The attribute {@code type} is the name of a group or of a measure, not a component.
            attributes(Set.of("type"), cells);
        }
    }

    private void attributes(Set<String> others, LevelValues cells) {
        for (int i = 0; i < cursor.attributes(); i++) {
            String id = cursor.attributeName(i);
            if (cursor.attributeNamespace(i).isEmpty() && !others.contains(id)) {
                cells.setOnce(id, cursor.attribute(i), cursor.line());
            }
        }
    }

    /** Reads a child element of a series, an observation or a group up to the end of the child element. */
    void part(LevelValues cells) {
        if (cursor.name().equals("Comp") == generic) {
            throw cursor.unexpected();
        }
        if (generic) {
            values(cells);
        } else {
            texts(cells);
        }
    }

    /** Reads the values in the open element up to the end of this element. Each value has the id of its component. */
    void values(LevelValues cells) {
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Value")) {
                throw cursor.unexpected();
            }
            value(cells, null);
        }
    }

    private void value(LevelValues cells, String implied) {
        int line = cursor.line();
        if (!generic) {
            throw cursor.unexpected();
        }
        String id = cursor.attribute("id") == null ? implied : cursor.attribute("id");
        String text = cursor.attribute("value");
        if (id == null || text == null) {
            throw new MalformedFileException(Reason.MISSING_PART, line, id == null ? "id" : "value");
        }
        cells.setOnce(id, text, line);
        cursor.moveToEnd();
    }

    /** Reads a component of version 3.0 that has several texts. */
    private void texts(LevelValues cells) {
        int line = cursor.line();
        String id = cursor.attribute("id");
        if (id == null) {
            throw new MalformedFileException(Reason.MISSING_PART, line, "id");
        }
        MultipleTexts texts = new MultipleTexts();
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Value")) {
                throw cursor.unexpected();
            }
            String text = cursor.textOrChild();
            if (text != null) {
                texts.add(null, text, line);
            } else {
                languages(texts);
            }
        }
        cells.setOnce(id, texts.cell(), line);
    }

    private void languages(MultipleTexts texts) {
        do {
            int line = cursor.line();
            if (!cursor.name().equals("Text")) {
                throw cursor.unexpected();
            }
            texts.add(cursor.attribute("lang"), cursor.onlyText(), line);
        } while (cursor.nextChild());
    }

    void group(LevelValues codes, LevelValues said) {
        int line = cursor.line();
        LevelValues named = new LevelValues(columns);
        attributes(named);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "GroupKey" -> part(codes);
                case "Attributes" -> part(said);
                case "Comp" -> part(named);
                case "Annotations", "Metadata" -> cursor.skip();
                default -> throw cursor.unexpected();
            }
        }
        named.split(codes, said, line);
    }

    /**
     * Reads an observation.
     *
     * @param dimension the dimension at observation level. It must be given, because an observation states its value
     *     without its id
     */
    LevelValues observation(String dimension) {
        LevelValues own = new LevelValues(columns);
        attributes(own);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "ObsKey", "Attributes", "Comp" -> part(own);
                case "ObsDimension" -> value(own, dimension.equals(ALL_DIMENSIONS) ? null : dimension);
                case "ObsValue" -> value(own, columns.roles().measure());
                case "Annotations", "Metadata" -> cursor.skip();
                default -> throw cursor.unexpected();
            }
        }
        return own;
    }
}
