package org.tipstats.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.schema.CodeList;

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
    void ambiguousNamesGiveAllCandidates() {
        assertEquals(List.of("COG", "COD"), AREAS.forText("Congo"));
        List<String> guinea = AREAS.forText("Guinea");
        assertEquals("GIN", guinea.get(0));
        assertTrue(guinea.containsAll(List.of("GNB", "GNQ", "PNG")), guinea.toString());
        assertEquals(List.of("SDN", "SSD"), AREAS.forText("Sudan"));
        assertEquals(List.of("IRL"), AREAS.forText("Ireland"));
        List<String> children = Suggestions.of(list("CL_AGE")).forText("18");
        assertEquals(List.of("Y0T17", "Y_GE18"), children);
    }

    @Test
    void thereAreAtMostFive() {
        assertEquals(5, AREAS.forText("Islands").size());
    }

    @Test
    void onlyUsableCodesAreSuggested() {
        Suggestions single = Suggestions.of(list("CL_AREA"), code -> !code.isAreaGroup());
        assertEquals("150", AREAS.forText("Europe").get(0));
        assertEquals(List.of(), single.forText("Europe"));
    }

    @Test
    void shortTextsAreNotGuessed() {
        assertEquals(List.of(), Suggestions.of(list("CL_SEX")).forText("Z"));
        assertEquals(List.of(), AREAS.forText(""));
        assertEquals(List.of(), AREAS.forText("?!"));
    }

    @Test
    void slipsAreCountedAsTheyAreMade() {
        assertEquals(0, EditDistance.within("austria", "austria", 2));
        assertEquals(1, EditDistance.within("austria", "asutria", 2));
        assertEquals(1, EditDistance.within("austria", "austri", 2));
        assertEquals(2, EditDistance.within("austria", "australia", 2));
        assertEquals(3, EditDistance.within("kitten", "sitting", 3));
        assertEquals(3, EditDistance.within("austria", "germany", 2));
    }
}
