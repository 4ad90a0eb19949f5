package org.tipstats.validate.rule;

import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A column of the file as the header names it.
 *
 * @param index its place in a row, from 0
 * @param header its name as received
 * @param dimension the dimension that it holds, or null
 * @param attribute the attribute that it holds, or null
 * @param place how findings name it
 */
record LayoutColumn(
        int index, String header, Kind kind, Dimension dimension, Attribute attribute, Finding.Column place) {

    /** What a column is for. */
    enum Kind {
        DIMENSION,
        VALUE,
        ATTRIBUTE,
        /** Names the dataflow (SDMX-CSV 1.0). */
        DATAFLOW,
        /** Says what STRUCTURE_ID names (SDMX-CSV 2). */
        STRUCTURE,
        STRUCTURE_ID,
        ACTION,
        /** Holds nothing that a submission can say: columns of a report, names of structures, published attributes. */
        IGNORED,
        /** Named before in the same header. */
        DOUBLED,
        UNKNOWN
    }

    /** The code list of its cells, or null. */
    CodeList codes() {
        if (dimension != null) {
            return dimension.codes();
        }
        return attribute == null ? null : attribute.codes();
    }

    boolean isTime() {
        return dimension != null && dimension.isTime();
    }
}
