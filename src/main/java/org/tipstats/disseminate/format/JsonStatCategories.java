package org.tipstats.disseminate.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Writes a dimension of a JSON-stat dataset with the categories that occur: codes, names, hierarchy and decimals. */
record JsonStatCategories(Dimension dimension, BitSet present, DataStyle style) {

    private static final int DECIMALS_OF_RATES = 4;

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(dimension.id());
        json.writeStringField("label", dimension.name().inLanguage(style.language()));
        json.writeObjectFieldStart("category");
        json.writeArrayFieldStart("index");
        for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
            json.writeString(dimension.valueAt(at));
        }
        json.writeEndArray();
        if (!dimension.isTime()) {
            writeLabels(json);
            writeChildren(json);
        }
        if (dimension.role() == Role.UNIT) {
            writeUnits(json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeLabels(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("label");
        for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
            Code code = dimension.codes().at(at);
            String name = code.name().inLanguage(style.language());
            json.writeStringField(code.id(), style.labels() == LabelStyle.BOTH ? code.id() + ": " + name : name);
        }
        json.writeEndObject();
    }

    private void writeChildren(JsonGenerator json) throws IOException {
        boolean begun = false;
        for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
            Code code = dimension.codes().at(at);
            List<Code> children = dimension.codes().children(code).stream()
                    .filter(child -> present.get(child.position()))
                    .toList();
            if (!children.isEmpty()) {
                if (!begun) {
                    json.writeObjectFieldStart("child");
                    begun = true;
                }
                json.writeArrayFieldStart(code.id());
                for (Code child : children) {
                    json.writeString(child.id());
                }
                json.writeEndArray();
            }
        }
        if (begun) {
            json.writeEndObject();
        }
    }

    private void writeUnits(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("unit");
        for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
            Code code = dimension.codes().at(at);
            json.writeObjectFieldStart(code.id());
            json.writeStringField("label", code.name().inLanguage(style.language()));
            json.writeNumberField("decimals", code.means("COUNT") ? 0 : DECIMALS_OF_RATES);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
