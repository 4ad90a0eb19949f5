package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.NationalWords.Match;

class NationalWordsTest {

    private static final NationalWords WORDS = NationalWords.all();

    private static Optional<String> code(String component, String text) {
        return WORDS.code(component, text).map(match -> match.codes().get(component));
    }

    private static List<Map<String, String>> find(String text) {
        return WORDS.find(text).stream().map(Match::codes).toList();
    }

    @Test
    void caseAccentsAndPunctuationDoNotCount() {
        assertEquals(Optional.of("F"), code("SEX", "  FEMALES: "));
        assertEquals(Optional.of("M"), code("SEX", "Maenner"));
        assertEquals(Optional.of("M"), code("SEX", "Manner"));
        assertEquals(Optional.of("Y0T17"), code("AGE", "Moins de 18 ans"));
        assertEquals(Optional.of("SEX"), code("EXPLOITATION", "EXPLOTACION SEXUAL"));
        assertEquals(Optional.of("F"), code("SEX", "\u0627\u0644\u0627\u0646\u0627\u062B"));
    }

    @Test
    void marksDistinguishShortWords() {
        assertEquals(Optional.empty(), code("SEX", "No"));
        assertEquals(Optional.empty(), code("SEX", "No."));
    }

    @Test
    void aWordMayHaveCodesOfTwoComponents() {
        assertEquals(List.of(Map.of("SEX", "F", "AGE", "Y0T17")), find("Girls"));
        assertEquals(Optional.of("Y0T17"), code("AGE", "Девочки"));
        assertEquals(Optional.of("F"), code("SEX", "Девочки"));
    }

    @Test
    void womenAreAdultsOnlyBesideGirls() {
        Match women = WORDS.find("Women").get(0);
        assertEquals(Map.of("SEX", "F"), women.codes());
        assertEquals(Map.of("SEX", "F", "AGE", "Y_GE18"), women.besideCounterpart());
        assertEquals(Optional.empty(), code("AGE", "Women"));
        assertEquals(Map.of("SEX", "F"), WORDS.find("Female").get(0).besideCounterpart());
    }

    @Test
    void totalAndUnknownBelongToEachComponentThatHasThem() {
        assertEquals(Optional.of("_T"), code("AGE", "Insgesamt"));
        assertEquals(Optional.of("_U"), code("CITIZENSHIP", "Unknown"));
        assertEquals(Optional.empty(), code("STAGE", "Total"));
        assertEquals(Optional.empty(), code("OFFENCE", "Total"));
        assertEquals(List.of(Map.of(NationalWords.ANY, "_T"), Map.of("SEX", "F")), find("Total, female"));
    }

    @Test
    void otherMeansWhatItsComponentSays() {
        assertEquals(Optional.of("_O"), code("SEX", "Other"));
        assertEquals(Optional.of("OTH"), code("EXPLOITATION", "Other"));
        assertEquals(List.of(), find("Other offences"));
    }

    @Test
    void aFormOfExploitationIsAnOffence() {
        assertEquals(Optional.of("02041"), code("OFFENCE", "Explotación sexual"));
        assertEquals(Optional.of("02042"), code("OFFENCE", "Domestic servitude"));
        assertEquals(Optional.of("0204"), code("OFFENCE", "Menschenhandel"));
        assertEquals(
                List.of(Map.of("EXPLOITATION", "SEX", "OFFENCE", "02041")),
                find("Menschenhandel, sexuelle Ausbeutung"));
    }

    @Test
    void aTextMayNameSeveralComponents() {
        assertEquals(
                List.of(Map.of("SEX", "F"), Map.of("EXPLOITATION", "SEX", "OFFENCE", "02041")),
                find("Mujeres, explotación sexual"));
        assertEquals(List.of(Map.of("SEX", "F", "AGE", "Y0T17")), find("Girls under 18"));
        assertEquals(List.of(Map.of("AGE", "Y0T17"), Map.of("SEX", "M")), find("Minderjährige, davon männlich"));
        assertEquals(List.of(Map.of("SEX", "F"), Map.of("AGE", "Y0T17")), find("女性18岁以下"));
    }

    @Test
    void theLongestWordsCount() {
        assertEquals(
                List.of(Map.of("EXPLOITATION", "LAB", "OFFENCE", "02042")),
                find("Detected victims of human trafficking for forced labour, servitude and slavery"));
        assertEquals(List.of(Map.of("SEX", "_T")), find("Men and women"));
    }

    @Test
    void wordsWithinOtherWordsDoNotCount() {
        assertEquals(List.of(), find("Womenswear and Mankind"));
        assertEquals(List.of(), find("Group F"));
    }

    @Test
    void whatIsNegatedIsNotNamed() {
        assertEquals(List.of(), find("Non-sexual exploitation"));
        assertEquals(List.of(), find("All forms except forced labour"));
        assertEquals(List.of(), find("не сексуальная эксплуатация"));
        assertEquals(List.of(Map.of(NationalWords.ANY, "_U")), find("не указано"));
        assertEquals(List.of(Map.of("SEX", "F")), find("of which: women"));
    }
}
