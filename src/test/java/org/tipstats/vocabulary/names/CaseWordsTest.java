package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class CaseWordsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static Map<String, String> codes(String component, String dataflow) {
        CodeList list = SCHEMAS.dataflow(dataflow)
                .orElseThrow()
                .structure()
                .dimension(component)
                .orElseThrow()
                .codes();
        return CaseWords.codes(component, list);
    }

    @Test
    void columnsOfTheCaseDataStandardAreKnownWithTheirPrefixes() {
        Map.of(
                        "prs_Birthdate", "BIRTH_DATE",
                        "prs_Gender", "SEX",
                        "prs_Citizenship", "CITIZENSHIP",
                        "prs_IdentityNumber", "PERSON",
                        "vic_TypeOfExploitation", "EXPLOITATION",
                        "vic_TraffickingStatus", "VICTIM",
                        "cas_IncomingReferralDate", "DATE",
                        "Fecha de nacimiento", "BIRTH_DATE",
                        "性别", "SEX",
                        "Geburtsdatum", "BIRTH_DATE")
                .forEach((name, role) -> assertEquals(role, CaseWords.columns().get(CellText.fold(name)), name));
        assertFalse(CaseWords.columns().containsKey(CellText.fold("prs_FirstName")));
    }

    @Test
    void valuesOfTheCaseDataStandardHaveCodes() {
        Map<String, String> forms = codes("EXPLOITATION", "VICTIMS");
        assertEquals("OTH_SOLDIER", forms.get(CellText.fold("ForcedMilitaryByNonStateActors")));
        assertEquals("LAB_DOM", forms.get(CellText.fold("T_ActivitiesOfHouseholdsAsEmployers")));
        assertEquals("_O", codes("SEX", "VICTIMS").get(CellText.fold("Transgender Masculine")));
        assertEquals("N", CaseWords.codes("VICTIM", null).get(CellText.fold("NotAVictimOfTrafficking")));
    }

    @Test
    void aTextThatMayMeanTwoThingsHasNoCode() {
        Map<String, String> citizenships = codes("CITIZENSHIP", "VICTIMS_CITIZENSHIP");
        assertEquals("NGA", citizenships.get("ng"));
        assertEquals(CaseWords.UNCERTAIN, citizenships.get("na"), "Namibia, or not available");
        assertEquals(CaseWords.UNCERTAIN, citizenships.get("ussr"), "one of many");
        assertTrue(CaseWords.blanks().contains("unknown") && CaseWords.totals().contains("total"));
    }
}
