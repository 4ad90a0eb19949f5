package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page of the schemas: dataflows, rules with the dataflows' settings, code lists. */
@Singleton
final class SchemaPages {

    private final SchemaRegistry schemas;

    SchemaPages(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * The schemas.
     *
     * @param prepared the date of the newest schema
     * @param rulesVersion the version of the rules
     */
    record Page(String prepared, String rulesVersion, List<Flow> flows, List<Rule> rules, List<Codes> lists) {}

    /**
     * A dataflow.
     *
     * @param structure the id and version of its data structure
     * @param use its use in words
     * @param components the ids of its dimensions
     * @param protection the protection of small counts, in sentences
     */
    record Flow(
            String id,
            String name,
            String version,
            String structure,
            String use,
            List<String> components,
            List<String> protection) {}

    /**
     * A rule.
     *
     * @param settings the dataflows' settings for it
     */
    record Rule(String id, String title, String severity, String tone, String since, List<Setting> settings) {}

    /**
     * A dataflow's settings for a rule.
     *
     * @param severity the severity in words; null if the dataflow does not change it
     */
    record Setting(String dataflow, String severity, String tone, String values) {}

    record Codes(String id, String name, String version, String size) {}

    Page page(PageTexts t) {
        return new Page(
                schemas.prepared(),
                RuleCatalogue.VERSION,
                schemas.dataflows().stream().map(flow -> flow(flow, t)).toList(),
                RuleCatalogue.entries().stream()
                        .sorted(Comparator.comparing(RuleCatalogue.Entry::severity))
                        .map(rule -> rule(rule, t))
                        .toList(),
                schemas.codeLists().stream().map(list -> codes(list, t)).toList());
    }

    private static Flow flow(Dataflow flow, PageTexts t) {
        String use = flow.isDerived() ? "derived" : flow.isReference() ? "reference" : "submitted";
        return new Flow(
                flow.id(),
                flow.name().inLanguage(t.language()),
                flow.version(),
                flow.structure().id() + " " + flow.structure().version(),
                t.say("schemas.use." + use),
                flow.structure().dimensions().stream()
                        .map(dimension -> dimension.id())
                        .toList(),
                protection(flow, t));
    }

    private static List<String> protection(Dataflow flow, PageTexts t) {
        DisclosureSettings settings = flow.disclosure();
        NumberTexts numbers = new NumberTexts(t);
        if (flow.threshold() == 0) {
            return List.of(t.say("schemas.protection.none"));
        }
        List<String> said = new ArrayList<>();
        said.add(t.say("schemas.protection.threshold", "n", numbers.whole(flow.threshold())));
        said.add(
                settings.rounds()
                        ? t.say("schemas.protection.rounding", "n", numbers.whole(settings.roundingBase()))
                        : t.say("schemas.protection.suppression"));
        said.add(t.say(settings.zerosPublic() ? "schemas.protection.zeros" : "schemas.protection.no-zeros"));
        if (settings.fewestAreas() > 0) {
            said.add(t.say("schemas.protection.areas", "n", numbers.whole(settings.fewestAreas())));
        }
        if (settings.dominancePercent() > 0) {
            said.add(t.say("schemas.protection.dominance", "n", numbers.whole(settings.dominancePercent())));
        }
        if (settings.totalsOf() != null) {
            said.add(t.say("schemas.protection.totals", "id", settings.totalsOf()));
        }
        return said;
    }

    private Rule rule(RuleCatalogue.Entry rule, PageTexts t) {
        return new Rule(
                rule.id(),
                RuleTexts.in(t.language()).title(rule.id()),
                t.say("severity." + rule.severity().word()),
                tone(rule.severity().word()),
                rule.since(),
                schemas.dataflows().stream()
                        .flatMap(flow ->
                                flow.rule(rule.id()).stream().map(setting -> setting(flow.id(), setting.values(), t)))
                        .toList());
    }

    private static Setting setting(String dataflow, Map<String, String> values, PageTexts t) {
        Map<String, String> others = new TreeMap<>(values);
        String severity = others.remove("severity");
        return new Setting(
                dataflow,
                severity == null ? null : t.say("severity." + severity),
                severity == null ? null : tone(severity),
                others.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(" ")));
    }

    private static String tone(String severity) {
        return severity.equals(Severity.INFORMATION.word()) ? "info" : severity;
    }

    private static Codes codes(CodeList list, PageTexts t) {
        return new Codes(
                list.id(),
                list.name().inLanguage(t.language()),
                list.version(),
                t.say("methods.codes", "n", list.size()));
    }
}
