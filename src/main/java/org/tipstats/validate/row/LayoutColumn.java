package org.tipstats.validate.row;

import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A column of the file as the header names it.
 *
 * @param index the index of the column's cell in a row, from 0
 * @param header the name of the column as received
 * @param dimension the dimension that the column holds, or null
 * @param attribute the attribute that the column holds, or null
 * @param place the column as findings name it
 */
public record LayoutColumn(
        int index, String header, Kind kind, Dimension dimension, Attribute attribute, Finding.Column place) {

    public enum Kind {
        DIMENSION,
        VALUE,
        ATTRIBUTE,
        /** Names the dataflow (SDMX-CSV 1.0). */
        DATAFLOW,
        /** Gives the kind of structure that STRUCTURE_ID names (SDMX-CSV 2). */
        STRUCTURE,
        STRUCTURE_ID,
        ACTION,
        /**
         * Has no effect on a submission: for example a column of a report, the name of a structure, or a published
         * attribute.
         */
        IGNORED,
        /** Has the same name as an earlier column of the header. */
        DOUBLED,
        UNKNOWN
    }

    /** Returns the code list of the cells, or null if the cells do not hold codes. */
    public CodeList codes() {
        if (dimension != null) {
            return dimension.codes();
        }
        return attribute == null ? null : attribute.codes();
    }

    /** Returns whether the header has an id and a name, as SDMX-CSV allows. Cells then have a code and a name, too. */
    boolean hasLabel() {
        String start = place.name() + Layout.LABEL;
        return CellText.strip(header).regionMatches(true, 0, start, 0, start.length());
    }

    /** Returns whether a text names the column's component in any language; false for a column without codes. */
    boolean isNamed(String text) {
        if (codes() == null) {
            return false;
        }
        LocalText name = dimension == null ? attribute.name() : dimension.name();
        return name.texts().containsValue(text);
    }

    LayoutColumn ignored() {
        return new LayoutColumn(index, header, Kind.IGNORED, null, null, place);
    }

    public boolean isTime() {
        return dimension != null && dimension.isTime();
    }
}
