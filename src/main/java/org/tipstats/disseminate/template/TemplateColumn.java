package org.tipstats.disseminate.template;

import java.util.List;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/**
 * A column of a template.
 *
 * @param role its role in the structure
 * @param required whether each row needs a value
 * @param list its code list; null for years, numbers and texts
 * @param codes the codes that submissions may use, in the order of the list
 */
record TemplateColumn(String id, LocalText name, Role role, boolean required, CodeList list, List<Code> codes) {

    static TemplateColumn of(Dimension dimension, Dataflow dataflow) {
        List<Code> codes = dimension.isTime()
                ? List.of()
                : dimension.codes().codes().stream()
                        .filter(code -> dimension.role() != Role.AREA || !code.isAreaGroup())
                        .filter(code -> dataflow.submission().allows(dimension.id(), code.id()))
                        .toList();
        return new TemplateColumn(dimension.id(), dimension.name(), dimension.role(), true, dimension.codes(), codes);
    }

    static TemplateColumn of(Attribute attribute) {
        CodeList list = attribute.codes();
        List<Code> codes = list == null ? List.of() : list.codes();
        return new TemplateColumn(attribute.id(), attribute.name(), attribute.role(), false, list, codes);
    }

    boolean isCoded() {
        return list != null;
    }

    boolean isValue() {
        return role == Role.VALUE;
    }
}
