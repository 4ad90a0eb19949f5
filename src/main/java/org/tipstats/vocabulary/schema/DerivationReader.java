package org.tipstats.vocabulary.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.Derivation.DifferenceQuestion;

/**
 * Reads how a dataflow is computed from other dataflows. Throws {@link SchemaException} if annotations are not valid.
 */
record DerivationReader(Map<String, CodeList> codeLists) {

    /**
     * Reads the derivation of one dataflow.
     *
     * @param derived the settings of the annotations of type DERIVED; empty for a dataflow that is submitted
     * @return the derivation, or null if {@code derived} is empty
     */
    Derivation read(DataStructure structure, Map<String, RuleSetting> derived, Map<String, RuleSetting> questions) {
        if (derived.isEmpty()) {
            SchemaException.require(questions.isEmpty(), "QUESTION without DERIVED");
            return null;
        }
        SchemaException.require(derived.size() == 1, "DERIVED stands once");
        Map<String, String> sources =
                new TreeMap<>(derived.values().iterator().next().values());
        String method = String.valueOf(sources.remove("method"));
        List<DifferenceQuestion> asked = new ArrayList<>();
        questions.forEach((id, setting) -> asked.add(question(structure, setting)));
        return new Derivation(method(method), sources, asked);
    }

    private static Derivation.Method method(String name) {
        return Arrays.stream(Derivation.Method.values())
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaException("DERIVED has the unknown method " + name));
    }

    private DifferenceQuestion question(DataStructure structure, RuleSetting setting) {
        String id = setting.rule();
        CodeList figures = structure
                .dimension(Role.FIGURE)
                .map(Dimension::codes)
                .orElseThrow(() -> new SchemaException("QUESTION without a dimension with the role FIGURE"));
        String only = setting.text("only").orElse("any");
        SchemaException.require(List.of("any", "more").contains(only), "QUESTION " + id + ": only is any or more");
        List<Code> explanations = new ArrayList<>();
        for (String code : setting.text("explanations").orElse("").split(" ")) {
            CodeList list = codeLists.get(setting.text("list").orElse(""));
            SchemaException.require(
                    list != null || code.isEmpty(), "QUESTION " + id + " names no code list of explanations");
            if (!code.isEmpty()) {
                explanations.add(code(list, code, id));
            }
        }
        return new DifferenceQuestion(
                id,
                code(figures, setting.text("figure").orElse(""), id),
                code(figures, setting.text("against").orElse(""), id),
                only.equals("more"),
                number(setting, "absolute", DifferenceQuestion.DEFAULT_ABSOLUTE),
                number(setting, "percent", DifferenceQuestion.DEFAULT_PERCENT),
                explanations);
    }

    private static int number(RuleSetting setting, String name, String otherwise) {
        return DisclosureSettings.number(Map.of(name, setting.text(name).orElse(otherwise)), name, 0);
    }

    private static Code code(CodeList list, String code, String question) {
        return list.find(code)
                .orElseThrow(() ->
                        new SchemaException("QUESTION " + question + ": " + code + " is no code of " + list.id()));
    }

    /**
     * Checks all derivations: each source dataflow exists and is not derived itself, and the derived dataflow has neither a threshold nor the setting REFERENCE.
     *
     * @throws SchemaException if a derivation is not valid
     */
    static void check(Map<String, Dataflow> dataflows) {
        for (Dataflow dataflow : dataflows.values()) {
            if (dataflow.isDerived()) {
                dataflow.derivation().sources().values().forEach(source -> {
                    Dataflow found = dataflows.get(source);
                    SchemaException.require(
                            found != null && !found.isDerived(),
                            dataflow.id() + ": DERIVED from " + source + ", which nobody submits");
                });
                SchemaException.require(
                        dataflow.threshold() == 0 && !dataflow.isReference(),
                        dataflow.id() + ": DERIVED goes with neither THRESHOLD nor REFERENCE");
            }
        }
    }
}
