package org.tipstats.mapping.count;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.tipstats.vocabulary.names.CaseWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** The dataflows, codes and words that another program needs to count in the same way as {@link CaseCounter}. */
public final class CaseVocabulary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseVocabulary() {}

    /**
     * Returns the vocabulary as JSON.
     *
     * @param language the language of the names of codes and dimensions
     */
    public static String json(Collection<Dataflow> dataflows, String language) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode flows = root.putObject("flows");
        ObjectNode fields = root.putObject("fields");
        for (Dataflow dataflow : dataflows) {
            describe(dataflow, flows.putObject(dataflow.id()));
            CaseField.of(dataflow).stream()
                    .filter(field -> !fields.has(field.id()))
                    .forEach(field -> describe(field, language, fields.putObject(field.id())));
        }
        texts(CaseWords.columns(), root.putObject("columns"));
        texts(CaseWords.codes(CaseMapping.VICTIM, null), root.putObject("victims"));
        CaseWords.blanks().forEach(root.putArray("blanks")::add);
        CaseWords.totals().forEach(root.putArray("totals")::add);
        return root.toString();
    }

    private static void describe(Dataflow dataflow, ObjectNode flow) {
        flow.put("id", dataflow.identification());
        ArrayNode dimensions = flow.putArray("dimensions");
        ObjectNode fixed = flow.putObject("fixed");
        for (Dimension dimension : dataflow.structure().dimensions()) {
            dimensions.add(dimension.id());
            dataflow.submission().fixed(dimension.id()).ifPresent(code -> fixed.put(dimension.id(), code));
        }
        flow.put("area", dataflow.structure().area().id());
        flow.put("time", dataflow.structure().time().id());
        flow.put("firstYear", dataflow.structure().time().firstYear());
        flow.put(
                "lastYear",
                dataflow.structure().time().firstYear()
                        + dataflow.structure().time().size()
                        - 1);
        flow.put("measure", dataflow.structure().measure().id());
        dataflow.structure().attribute(Role.STATUS).ifPresent(status -> flow.put("status", status.id()));
        ArrayNode attributes = flow.putArray("attributes");
        dataflow.structure().attributes().forEach(attribute -> attributes.add(attribute.id()));
        ArrayNode fields = flow.putArray("fields");
        CaseField.of(dataflow).forEach(field -> fields.add(field.id()));
    }

    private static void describe(CaseField field, String language, ObjectNode node) {
        node.put("name", field.name().inLanguage(language));
        ArrayNode codes = node.putArray("codes");
        for (Code code : field.codes().codes()) {
            codes.addArray().add(code.id()).add(code.parent()).add(code.name().inLanguage(language));
        }
        node.put("total", field.total());
        node.put("unknown", field.unknown());
        node.put("several", field.several().name());
        node.put("list", field.isList());
        node.put("age", field.isAge());
        node.put("citizenship", field.isCitizenship());
        field.codes().first(code -> code.means("NATIONALS")).ifPresent(code -> node.put("nationals", code.id()));
        ObjectNode ages = node.putObject("ages");
        new CaseCodes(field, "", Map.of())
                .ages()
                .forEach((code, age) -> ages.putArray(code).add(age.first()).add(age.last()));
        texts(CaseCodes.known(field), node.putObject("words"));
    }

    private static void texts(Map<String, String> texts, ObjectNode node) {
        texts.forEach(node::put);
    }
}
