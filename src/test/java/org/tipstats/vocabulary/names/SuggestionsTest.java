package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.CodeList;

class SuggestionsTest {

    private static final Suggestions AREAS = Suggestions.of(list("CL_AREA"));

    private static CodeList list(String id) {
        return Given.SCHEMAS.codeList(id).orElseThrow();
    }

    @Test
    void anotherSpellingIsTheOnlySuggestion() {
        assertEquals(List.of("AUT"), AREAS.forText(" aut"));
        assertEquals(List.of("_T"), Suggestions.of(list("CL_SEX")).forText("T"));
        assertEquals(List.of("Y_GE18"), Suggestions.of(list("CL_AGE")).forText("y-ge18"));
    }

    @Test
    void otherCodesAreKnown() {
        assertEquals(List.of("NAM"), AREAS.forText("NA"));
        assertEquals(List.of("DZA"), AREAS.forText("12"));
        assertEquals(List.of("AFG"), AREAS.forText("004"));
        assertEquals(List.of("GBR"), AREAS.forText("UK"));
    }

    @Test
    void namesAreKnownWithoutAccentsCaseAndPunctuation() {
        for (String name : List.of("T\u00FCrkiye", "TURKIYE", "Turkey", "Turquie", "Turqu\u00EDa", "Турция", "土耳其")) {
            assertEquals("TUR", AREAS.forText(name).get(0), name);
        }
    }

    @Test
    void partsOfLongNamesAreKnown() {
        assertEquals(List.of("BOL"), AREAS.forText("Bolivia"));
        assertEquals(List.of("IRN"), AREAS.forText("Iran"));
        assertEquals(List.of("VEN"), AREAS.forText("venezuela"));
    }

    @Test
    void slipsAreKnown() {
        assertEquals(List.of("COL"), AREAS.forText("Columbia"));
        assertEquals(List.of("NLD"), AREAS.forText("Netherlnads"));
        assertEquals(List.of("Y0T17"), Suggestions.of(list("CL_AGE")).forText("Y0T1 7"));
    }

    @Test
    void ambiguousNamesGiveAllCandidatesInTheOrderOfTheList() {
        assertEquals(List.of("COD", "COG"), AREAS.forText("Congo"));
        assertEquals(List.of("GIN", "GNB", "GNQ", "PNG"), AREAS.forText("Guinea"));
        assertEquals(List.of("Y0T17", "Y_GE18"), Suggestions.of(list("CL_AGE")).forText("18"));
    }

    @Test
    void aNameOfSeveralCountriesHasThemAllHoweverMany() {
        assertEquals(15, AREAS.forText("USSR").size());
    }

    @Test
    void aNameThatAnotherNameContainsIsNotAmbiguous() {
        assertEquals(List.of("SDN"), AREAS.forText("Sudan"));
        assertEquals(List.of("NER"), AREAS.forText("Niger"));
        assertEquals(List.of("IRL"), AREAS.forText("Ireland"));
    }

    @Test
    void aSlipThatMayBeSeveralNamesGivesThemAll() {
        assertEquals(List.of("NER", "NGA"), AREAS.forText("Nigera"));
        assertEquals(List.of("GMB", "ZMB"), AREAS.forText("Hambia"));
    }

    @Test
    void aGuessThatFitsManyNamesIsNone() {
        assertEquals(List.of(), AREAS.forText("Islands"));
        assertEquals(List.of(), AREAS.forText("Republic"));
    }

    @Test
    void onlyUsableCodesAreSuggested() {
        Suggestions single = Suggestions.of(list("CL_AREA"), code -> !code.isAreaGroup());
        assertEquals(List.of("150"), AREAS.forText("Europe"));
        assertEquals(List.of(), single.forText("Europe"));
    }

    @Test
    void shortTextsAreNotGuessed() {
        assertEquals(List.of(), Suggestions.of(list("CL_SEX")).forText("Z"));
        assertEquals(List.of(), AREAS.forText(""));
        assertEquals(List.of(), AREAS.forText("?!"));
        assertEquals(List.of(), AREAS.forText("Peu"));
        assertEquals(List.of(), AREAS.forText("Male"));
        assertEquals(List.of(), AREAS.forText("41"));
    }

    @Test
    void shortCodesAreCorrectedOnlyWhereALetterIsDoubledOrTwoAreSwapped() {
        assertEquals(List.of("AUT"), AREAS.forText("AUTT"));
        assertEquals(List.of("AUT"), AREAS.forText("ATU"));
        assertEquals(List.of(), AREAS.forText("AUX"));
        assertEquals(List.of(), AREAS.forText("ASTU"));
    }

    @Test
    void aTextThatWasReadInAWrongEncodingIsUnderstood() {
        for (Charset wrong : List.of(
                StandardCharsets.ISO_8859_1, Charset.forName("windows-1251"), Charset.forName("windows-1252"))) {
            String name = new String("T\u00FCrkiye".getBytes(StandardCharsets.UTF_8), wrong);
            assertEquals(List.of("TUR"), AREAS.forText(name), name);
        }
    }
}
