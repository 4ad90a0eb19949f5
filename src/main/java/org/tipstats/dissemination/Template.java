package org.tipstats.dissemination;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.schema.Attribute;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;

/** A file to fill: the header that a submission of a dataflow needs, and nothing to delete. */
final class Template {

    private Template() {}

    /** The required dimensions, the measure and the attributes that a submission may have; CRLF, as spreadsheets write. */
    static String csv(Dataflow dataflow) {
        List<String> columns = new ArrayList<>();
        dataflow.requiredDimensions().stream().map(Dimension::id).forEach(columns::add);
        columns.add(dataflow.structure().measure().id());
        dataflow.structure().attributes().stream()
                .filter(attribute -> !attribute.publishedOnly())
                .map(Attribute::id)
                .forEach(columns::add);
        return columns.stream().collect(Collectors.joining(",", "", "\r\n"));
    }
}
