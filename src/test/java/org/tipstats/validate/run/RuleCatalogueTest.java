package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.Dimension;

class RuleCatalogueTest {

    private final RuleTexts texts = RuleTexts.in("en");

    /** A rule as an author adds it: one class, and its place in the catalogue. */
    @Rule.Info(
            id = "women-counted",
            severity = Severity.INFORMATION,
            since = "1.1.0",
            hitRate = "1 area-year",
            settings = "smallest=10")
    public static final class WomenCounted implements RowRule {

        @Override
        public void check(RowTable rows, RowFindings findings) {
            Dimension sex = rows.space().structure().dimension("SEX").orElseThrow();
            for (int row = 0; row < rows.fileRows(); row++) {
                if (rows.space().code(rows.key(row), sex).equals("F")
                        && rows.low(row) >= findings.setting("smallest")) {
                    findings.add(row, Map.of(), IntStream.empty());
                }
            }
        }
    }

    @Test
    void aRuleThatIsAddedRunsAndIsReportedByItsFactsAlone() {
        List<Class<? extends Rule>> rules = new ArrayList<>(RuleCatalogue.RULES);
        rules.add(WomenCounted.class);
        RuleCatalogue more = new RuleCatalogue(rules);
        assertEquals(RuleCatalogue.entries().size() + 1, more.ids().count());
        assertTrue(more.isRowRule("women-counted"));
        Given file = Given.rows("AUT,F,_T,_T,2016,12,A", "AUT,F,_T,_T,2017,9,A");
        file.validated(new Validator(more), (validation, bytes) -> {
            Finding found = validation.findings().next();
            assertEquals("women-counted 2 OBS_VALUE \"12\" []", Given.line(found));
            assertEquals(Severity.INFORMATION, found.severity());
            return null;
        });
        Given few = Given.rows("AUT,F,_T,_T,2016,9,A");
        assertTrue(few.validated(
                        new Validator(more),
                        (validation, bytes) -> validation.report().passed())
                .contains("women-counted"));
    }

    @Test
    void noIdIsThereTwice() {
        assertEquals(
                RuleCatalogue.entries().size(),
                RuleCatalogue.ALL.ids().distinct().count());
    }

    @Test
    void everyRuleClassIsInTheCatalogue() throws IOException {
        Pattern stated = Pattern.compile("@Rule\\.Info\\(\\s*id = \"([^\"]+)\"");
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tipstats/validate"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stated.matcher(Files.readString(file)).results().forEach(found -> ids.add(found.group(1)));
            }
        }
        assertEquals(ids, RuleCatalogue.ALL.ids().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noRuleIsNewerThanTheRules() {
        Version newest = Version.parse(RuleCatalogue.VERSION);
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            assertTrue(Version.parse(entry.since()).compareTo(newest) <= 0, entry.id());
        }
    }

    @Test
    void everySettingOfASchemaIsThatOfARuleAndNamesADataflow() {
        for (Dataflow dataflow : Given.SCHEMAS.dataflows()) {
            dataflow.rules().forEach((rule, setting) -> {
                assertEquals(Set.of(), unknown(rule, setting), dataflow.id() + " " + rule);
                setting.text("with")
                        .ifPresent(other -> assertTrue(
                                Given.SCHEMAS.dataflow(other).isPresent(), dataflow.id() + " compares with " + other));
                setting.text("finer")
                        .ifPresent(other -> assertEquals(
                                Optional.of(dataflow.id()),
                                Given.SCHEMAS
                                        .dataflow(other)
                                        .flatMap(finer -> finer.rule(rule))
                                        .flatMap(back -> back.text("with")),
                                rule + " of " + other + " doesn't compare with " + dataflow.id()));
            });
        }
    }

    /** Returns the settings that the rule does not state. */
    private static Set<String> unknown(String id, RuleSetting setting) {
        Set<String> names = new TreeSet<>(setting.values().keySet());
        names.remove("severity");
        RuleCatalogue.Entry rule = RuleCatalogue.find(id).orElseThrow();
        rule.settings().stream().map(stated -> stated.replaceFirst("=.*", "")).forEach(names::remove);
        return names;
    }

    @ParameterizedTest
    @FieldSource("org.tipstats.vocabulary.schema.LocalText#LANGUAGES")
    void everyRuleHasItsTexts(String language) {
        Map<String, String> spoken = RuleTexts.in(language).all();
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            for (String part : List.of("title", "reason", "example", "message", "fix")) {
                String key = entry.id() + "." + part;
                assertFalse(spoken.getOrDefault(key, "").isBlank(), language + " lacks " + key);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.tipstats.vocabulary.schema.LocalText#LANGUAGES")
    void everyRemedyIsASentenceThatCanBeShownAsItIs(String language) {
        RuleTexts spoken = RuleTexts.in(language);
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            String remedy = spoken.remedy(entry.id());
            assertTrue(remedy.matches("[^{}]+[.\u3002]") && !remedy.contains("''"), entry.id() + ": " + remedy);
        }
    }

    @Test
    void whereAFixNamesNothingOfAFindingItIsTheRemedy() {
        assertEquals("Remove one of the two.", texts.remedy("duplicate-column"));
        assertEquals("Use the matching code from the code list.", texts.remedy("unknown-code"));
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            boolean general = !texts.pattern(entry.id(), "fix", "").contains("{");
            assertEquals(general, !texts.all().containsKey(entry.id() + ".remedy"), entry.id());
        }
    }

    @Test
    void hitRatesAreThoseOfTheDocumentAndTheirPercentagesAreRight() throws IOException {
        String document = Files.readString(Path.of("src/docs/real-data.md"));
        Pattern rate = Pattern.compile("([\\d,]+) of ([\\d,]+) [a-z-]+ \\((\\d+\\.\\d) %\\)");
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            String stated = entry.hitRate() == null ? "" : entry.hitRate();
            Matcher rates = rate.matcher(stated);
            int found = 0;
            while (rates.find()) {
                double hits = Double.parseDouble(rates.group(1).replace(",", ""));
                double all = Double.parseDouble(rates.group(2).replace(",", ""));
                assertEquals(rates.group(3), String.format(Locale.ROOT, "%.1f", 100 * hits / all), entry.id());
                String row = "| %s | %s | %s %% |".formatted(rates.group(1), rates.group(2), rates.group(3));
                assertTrue(document.contains(row), () -> entry.id() + " lacks " + row);
                found++;
            }
            assertEquals(stated.chars().filter(character -> character == '%').count(), found, stated);
        }
    }

    @Test
    void everyTextBelongsToARuleAndIsAPattern() {
        Set<String> ids =
                RuleCatalogue.entries().stream().map(RuleCatalogue.Entry::id).collect(Collectors.toSet());
        for (Map.Entry<String, String> text : texts.all().entrySet()) {
            String[] parts = text.getKey().split("\\.");
            assertEquals(true, ids.contains(parts[0]), text.getKey());
            assertEquals(
                    true,
                    Set.of("title", "message", "fix", "reason", "example", "remedy")
                            .contains(parts[1]),
                    text.getKey());
            if (parts[1].equals("message") || parts[1].equals("fix")) {
                new MessageFormat(text.getValue());
            }
        }
    }

    @Test
    void theDocumentIsThatOfTheCatalogue() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Rules

                Made from the rules and their texts: `mvn test -Dtest=RuleCatalogueTest -Dgolden.update=true` writes it anew.
                The severity is the one where the schema of a dataflow says nothing else. The last column is how often the rule fires on
                the public table, from `real-data.md`, or - where the table can't have the fault. Rules version %s.

                | rule | kind | severity | since | what it finds | why | example | what to do | on the public table |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """.formatted(RuleCatalogue.VERSION));
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            text.append("| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            entry.id(),
                            entry.kind().word(),
                            entry.severity().word(),
                            entry.since(),
                            cell(texts.title(entry.id())),
                            cell(texts.reason(entry.id())),
                            cell(texts.example(entry.id())),
                            cell(texts.remedy(entry.id())),
                            entry.hitRate() == null ? "-" : cell(entry.hitRate())));
        }
        Golden.assertSame(Path.of("src/docs/rules.md"), text.toString());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
