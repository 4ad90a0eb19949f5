package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.Dataflow;

class RuleCatalogueTest {

    /** The ids of rules that the contract fixes, as far as the rules exist. */
    private static final Set<String> FIXED = Set.of(
            "unreadable-file",
            "wrong-file-type",
            "damaged-text",
            "empty-file",
            "missing-column",
            "unknown-column",
            "duplicate-column",
            "ragged-row",
            "case-level-data",
            "encoding-assumed",
            "layout-assumed",
            "number-normalised",
            "unknown-code",
            "not-a-count",
            "missing-value-status",
            "value-with-missing-status",
            "period-not-allowed",
            "area-not-yours",
            "implausible-unit",
            "duplicate-key",
            "sum-exceeds-total",
            "sum-below-total",
            "part-exceeds-total",
            "child-exceeds-parent",
            "revision",
            "value-dropped",
            "total-missing",
            "copied-total",
            "stage-order",
            "citizenship-exceeds-victims",
            "victims-without-offences",
            "change-over-time",
            "rate-inconsistent");

    /** Rules that the contract marks as information, and others that only state how a figure is treated. */
    private static final Set<String> INFORMATION = Set.of(
            "number-normalised",
            "encoding-assumed",
            "layout-assumed",
            "text-trimmed",
            "column-ignored",
            "provider-withheld",
            "copied-total",
            "victims-without-offences");

    /** Rules about single rows whose findings do not block the file, because official figures may be like that. */
    private static final Set<String> WARNINGS_OF_CELLS = Set.of("partial-year");

    /** The number of rates in the file. It guards against rates in a form that the pattern does not match. */
    private static final int MEASURED_RATES = 19;

    private final RuleTexts texts = RuleTexts.in("en");

    @Test
    void everyRuleOfTheContractIsThereOnce() {
        List<String> ids =
                RuleCatalogue.entries().stream().map(RuleCatalogue.Entry::id).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size());
        Set<String> missing = new TreeSet<>(FIXED);
        ids.forEach(missing::remove);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRuleClassIsInTheCatalogue() throws IOException {
        Set<String> inCatalogue = RuleCatalogue.rules().stream()
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tipstats/validate"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("public String id() {")) {
                    classes.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertEquals(classes, inCatalogue);
    }

    @Test
    void fileAndCellRulesAndDuplicatesBlockAndOtherRowRulesAskForAReason() {
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            assertEquals(usualSeverity(entry), entry.severity(), entry.id());
        }
    }

    private static Severity usualSeverity(RuleCatalogue.Entry entry) {
        if (INFORMATION.contains(entry.id())) {
            return Severity.INFORMATION;
        }
        boolean blocks = entry.kind() != RuleKind.ROW || entry.id().equals("duplicate-key");
        return blocks && !WARNINGS_OF_CELLS.contains(entry.id()) ? Severity.ERROR : Severity.WARNING;
    }

    @Test
    void everyRuleSaysWithWhichVersionItCame() {
        assertEquals("1.0.0", RuleCatalogue.find("revision").orElseThrow().since());
        assertEquals("1.1.0", RuleCatalogue.find("stage-order").orElseThrow().since());
        Set<String> versions = RuleCatalogue.entries().stream()
                .map(RuleCatalogue.Entry::since)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of("1.0.0", RuleCatalogue.VERSION)), versions);
    }

    @Test
    void everySettingOfASchemaIsThatOfARuleAndNamesADataflow() {
        for (Dataflow dataflow : Given.SCHEMAS.dataflows()) {
            dataflow.rules().forEach((rule, setting) -> {
                assertTrue(RuleCatalogue.find(rule).isPresent(), dataflow.id() + " " + rule);
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

    @Test
    void everyRuleHasItsTexts() {
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            assertFalse(texts.title(entry.id()).isBlank(), entry.id());
            assertFalse(texts.reason(entry.id()).isBlank(), entry.id());
            assertFalse(texts.example(entry.id()).isBlank(), entry.id());
            assertFalse(texts.pattern(entry.id(), "message", "").isBlank(), entry.id());
            assertFalse(texts.pattern(entry.id(), "fix", "").isBlank(), entry.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
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
    void everyRuleHasItsHitRateOrIsListedAsOneThatCannotBeMeasured() {
        Set<String> ids = RuleCatalogue.entries().stream()
                .map(RuleCatalogue.Entry::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ids, new TreeSet<>(RuleCatalogue.rulesWithHitRates()));
    }

    @Test
    void hitRatesAreThoseOfTheDocumentAndTheirPercentagesAreRight() throws IOException {
        String document = Files.readString(Path.of("src/docs/real-data.md"));
        Pattern rate = Pattern.compile("([\\d,]+) of ([\\d,]+) [a-z-]+ \\((\\d+\\.\\d) %\\)");
        int found = 0;
        for (RuleCatalogue.Entry entry : RuleCatalogue.entries()) {
            Matcher rates = rate.matcher(entry.hitRate() == null ? "" : entry.hitRate());
            while (rates.find()) {
                double hits = Double.parseDouble(rates.group(1).replace(",", ""));
                double all = Double.parseDouble(rates.group(2).replace(",", ""));
                assertEquals(rates.group(3), String.format(Locale.ROOT, "%.1f", 100 * hits / all), entry.id());
                String row = "| %s | %s | %s %% |".formatted(rates.group(1), rates.group(2), rates.group(3));
                assertTrue(document.contains(row), () -> entry.id() + " lacks " + row);
                found++;
            }
        }
        assertEquals(MEASURED_RATES, found);
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
