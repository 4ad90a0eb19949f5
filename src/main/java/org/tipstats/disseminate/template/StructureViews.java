package org.tipstats.disseminate.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;

/** Structures as the API shows them. */
final class StructureViews {

    private StructureViews() {}

    private static List<String> sources(Dataflow dataflow) {
        return dataflow.isDerived()
                ? dataflow.derivation().sources().values().stream().sorted().toList()
                : null;
    }

    /**
     * A dataflow as an entry in the list of dataflows.
     *
     * @param derivedFrom the dataflows from which this dataflow is computed; absent if providers submit this dataflow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DataflowSummary(
            String id, String version, String name, String description, boolean reference, List<String> derivedFrom) {

        static DataflowSummary from(Dataflow dataflow, String language) {
            return new DataflowSummary(
                    dataflow.id(),
                    dataflow.version(),
                    dataflow.name().inLanguage(language),
                    dataflow.description().inLanguage(language),
                    dataflow.isReference(),
                    sources(dataflow));
        }
    }

    /**
     * A dataflow with its structure.
     *
     * @param threshold the disclosure threshold: counts above 0 and below this number are not published; if counts are
     *     rounded and the base is smaller than this number, counts from the base upwards can be published
     * @param disclosure the method that protects small counts
     * @param derivedFrom the dataflows from which this dataflow is computed; absent if providers submit this dataflow
     * @param roundingBase small counts are rounded to 0 or to this number; absent if counts are not rounded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DataflowDetail(
            String id,
            String version,
            String name,
            String description,
            boolean reference,
            List<String> derivedFrom,
            int threshold,
            DisclosureMethod disclosure,
            Integer roundingBase,
            String structure,
            List<Component> dimensions,
            String measure,
            List<Component> attributes) {

        static DataflowDetail from(Dataflow dataflow, String language) {
            return new DataflowDetail(
                    dataflow.id(),
                    dataflow.version(),
                    dataflow.name().inLanguage(language),
                    dataflow.description().inLanguage(language),
                    dataflow.isReference(),
                    sources(dataflow),
                    dataflow.threshold(),
                    dataflow.disclosure().method(),
                    dataflow.disclosure().rounds() ? dataflow.disclosure().roundingBase() : null,
                    dataflow.structure().id(),
                    dataflow.structure().dimensions().stream()
                            .map(d -> Component.from(d, dataflow, language))
                            .toList(),
                    dataflow.structure().measure().id(),
                    dataflow.structure().attributes().stream()
                            .map(a -> Component.from(a, language))
                            .toList());
        }
    }

    /**
     * A dimension or an attribute.
     *
     * @param required whether a submitted file must have the column
     * @param submitted the codes that submissions may have; null if they may have all codes of the list
     * @param published the codes that published data may have; null if they may have all codes of the list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DataflowComponent")
    record Component(
            String id,
            String name,
            String codelist,
            boolean required,
            List<String> submitted,
            List<String> published,
            Boolean publishedOnly) {

        static Component from(Dimension dimension, Dataflow dataflow, String language) {
            return new Component(
                    dimension.id(),
                    dimension.name().inLanguage(language),
                    dimension.isTime() ? null : dimension.codes().id(),
                    !dataflow.isDerived() && dataflow.requiredDimensions().contains(dimension),
                    dataflow.submission().allowed().get(dimension.id()),
                    dataflow.publication().allowed().get(dimension.id()),
                    null);
        }

        static Component from(Attribute attribute, String language) {
            return new Component(
                    attribute.id(),
                    attribute.name().inLanguage(language),
                    attribute.codes() == null ? null : attribute.codes().id(),
                    false,
                    null,
                    null,
                    attribute.publishedOnly());
        }
    }

    /** A code list as an entry in the list of code lists. */
    record CodeListSummary(String id, String version, String name, int codes) {
        static CodeListSummary from(CodeList list, String language) {
            return new CodeListSummary(list.id(), list.version(), list.name().inLanguage(language), list.size());
        }
    }

    record CodeListDetail(String id, String version, String name, List<CodeView> codes) {
        static CodeListDetail from(CodeList list, String language) {
            return new CodeListDetail(
                    list.id(),
                    list.version(),
                    list.name().inLanguage(language),
                    list.codes().stream()
                            .map(code -> CodeView.from(code, language))
                            .toList());
        }
    }

    /**
     * A code with its name in the requested language and in all languages.
     *
     * @param members the areas of a group that the deployment defines and that is outside the tree of codes; absent for
     *     all other codes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeView(
            String id,
            String name,
            Map<String, String> names,
            String parent,
            List<String> members,
            Map<String, String> annotations) {
        static CodeView from(Code code, String language) {
            return new CodeView(
                    code.id(),
                    code.name().inLanguage(language),
                    code.name().texts(),
                    code.parent(),
                    code.members().isEmpty() ? null : code.members(),
                    code.annotations().isEmpty() ? null : new TreeMap<>(code.annotations()));
        }
    }
}
