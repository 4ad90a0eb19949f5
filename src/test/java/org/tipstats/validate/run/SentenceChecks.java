package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.LocalText;

/** Checks that findings have complete sentences in every language, with all the values that the sentences name. */
final class SentenceChecks {

    private SentenceChecks() {}

    static void assertCompleteSentences(Given given) {
        List<Finding> findings = given.findings();
        for (String language : LocalText.LANGUAGES) {
            Sentences own = new Sentences(RuleTexts.in(language), given.flow().structure());
            Sentences english = new Sentences(RuleTexts.in("en"), given.flow().structure());
            for (Finding finding : findings) {
                assertWhole(own.message(finding), finding, language);
                assertWhole(own.fix(finding), finding, language);
                if (!language.equals("en")) {
                    assertNotEquals(english.message(finding), own.message(finding), finding::toString);
                    assertNotEquals(english.fix(finding), own.fix(finding), finding::toString);
                }
            }
        }
    }

    private static void assertWhole(String sentence, Finding finding, String language) {
        String value = finding.value() == null ? "" : finding.value();
        String own = value.isEmpty() ? sentence : sentence.replace(value, "V");
        String place = language + ": " + sentence + " of " + finding;
        assertFalse(own.isBlank(), place);
        assertFalse(
                own.matches("(?s).*([{}]|\\bnull\\b|\u2068\u2069|\"\"\\.|\u201C\u201D|\u00AB\u00A0?\u00BB).*"), place);
    }
}
