package org.tipstats.validate.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests what is found in tables in a layout of their own. The expected cells are those of the tables below. */
class MappingFindingsTest {

    private static final String TITLE = "Victims of trafficking in persons,,\n";
    private static final String TABLE = TITLE + "Group,2022,2023\nWomen,10,12\nMen,4,5\nTotal,14,17\n";
    private static final String ANSWERS = "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national'}";
    private static final String NO_YEAR =
            "Victims of trafficking in persons,\nGroup,Number\nWomen,10\nMen,4\nTotal,14\n";

    private final Mapping mapping = MappedGiven.mapping(TABLE, ANSWERS);
    private static final String MINORS = TITLE + "Group,2022,2023\nWomen,4,5\nMen,3,3\nMinors,3,2\nTotal,10,";

    private final Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private List<String> found(String text) {
        return MappedGiven.lines(MappedGiven.file(text, mapping, Map.of()), "VICTIMS");
    }

    private static List<String> withoutYear(String text, Map<String, String> params) {
        Mapping undated = MappedGiven.mapping(NO_YEAR, ANSWERS.replace("}", ",'period':'2022'}"));
        return MappedGiven.lines(MappedGiven.file(text, undated, params), "VICTIMS");
    }

    @Test
    void aWordThatNobodyKnowsIsAnError() {
        assertEquals(List.of("error unknown-word - [A5] Zorgs"), found(TABLE.replace("Men,4,5", "Men,4,5\nZorgs,1,1")));
    }

    @Test
    void aNewWordThatIsCertainIsNotSaidToHaveNoFigures() {
        assertEquals(
                List.of("information mapping-drift known [A5] Other"),
                found(TABLE.replace("Men,4,5", "Men,4,5\nOther,0,0")));
    }

    @Test
    void sumsThatShowOtherAgesAreAnError() {
        Mapping adults = MappedGiven.mapping(MINORS + "10\n", ANSWERS);
        assertTrue(MappedGiven.lines(MappedGiven.file(MINORS + "8\n", adults, Map.of()), "VICTIMS")
                .contains("error mapping-drift ages [] ages"));
    }

    @Test
    void aNewMarkIsAnError() {
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,-")).contains("error ambiguous-marker - [C4] -"));
    }

    @Test
    void severalNumbersInACellAreAnError() {
        assertTrue(
                found(TABLE.replace("Men,4,5", "Men,4,5 (2)")).contains("error several-numbers-in-cell - [C4] 5 (2)"));
    }

    @Test
    void aTotalThatIsGoneIsAnErrorAndATableThatMovedIsNone() {
        assertTrue(found(TABLE.replace("Total,14,17\n", "")).contains("error mapping-drift gone [] Total"));
        assertEquals(List.of("information mapping-drift moved [A3:C6] A2:C5"), found("Note\n" + TABLE));
    }

    @Test
    void aFurtherYearIsNoChange() {
        String next = TITLE + "Group,2022,2023,2024\nWomen,10,12,3\nMen,4,5,3\nTotal,14,17,6\n";
        assertEquals(List.of(), found(next));
    }

    @Test
    void aNewColumnIsAnErrorWithoutAFindingForEachOfItsFigures() {
        String wider = TITLE + "Group,2022,2023,Kidneys\nWomen,10,12,3\nMen,4,5,3\nTotal,14,17,6\n";
        List<String> lines = found(wider);
        assertTrue(lines.contains("error mapping-drift - [D2] Kidneys"), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("error mapping-drift ")), lines::toString);
    }

    @Test
    void figuresThatContradictEachOtherNameBothCells() {
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,5\nMen,4,6")).contains("error duplicate-key - [C4, C5] null"));
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,5\nMen,4,6")).stream()
                .noneMatch(line -> line.contains("figure-not-used")));
    }

    @Test
    void oneCauseIsOneFindingAndNamesTheTextOfTheCell() {
        assertEquals(
                List.of("error several-numbers-in-cell - [C4] 5 (2)"), errors(TABLE.replace("Men,4,5", "Men,4,5 (2)")));
        assertEquals(
                List.of("error several-numbers-in-cell - [C4] 1O2"), errors(TABLE.replace("Men,4,5", "Men,4,1O2")));
        assertEquals(List.of("error ambiguous-marker - [C4] <5"), errors(TABLE.replace("Men,4,5", "Men,4,<5")));
    }

    @Test
    void aTextInPlaceOfAFigureIsNeverDropped() {
        assertEquals(List.of("error ambiguous-marker - [C4] five"), errors(TABLE.replace("Men,4,5", "Men,4,five")));
    }

    @Test
    void figuresThatWereUsedAndAreLeftOutNowAreReported() {
        String groups = TITLE + "Group,2022,2023\nTotal,14,17\nWomen,10,12\n0-17,3,4\n";
        Mapping counts = MappedGiven.mapping(groups, ANSWERS);
        String women = groups.replace("Women,10,12", "Women,0.4,12");
        assertEquals(
                List.of("error mapping-drift left-out [B4, C4] Women"),
                MappedGiven.lines(MappedGiven.file(women, counts, Map.of()), "VICTIMS").stream()
                        .filter(line -> line.startsWith("error"))
                        .toList());
        assertEquals(
                List.of("error rate-not-count cells [B3, C3] null"),
                errors("Victims of trafficking in persons,,\nGroup,2022,2023\nTotal,1.4,17\n"));
    }

    private List<String> errors(String text) {
        return found(text).stream().filter(line -> line.startsWith("error")).toList();
    }

    @Test
    void aTableOfRatesIsRefusedForThatAlone() {
        String rates = TITLE + "Group,2022,2023\nWomen,0.3,0.4\nMen,0.2,0.1\nTotal,0.5,0.5\n";
        assertEquals(List.of("error rate-not-count cells [B3, C3, B4, C4, B5, C5] null"), found(rates));
    }

    @Test
    void aYearThatIsNotInTheFileComesWithIt() {
        assertEquals(List.of("error mapping-drift period [] null"), withoutYear(NO_YEAR, Map.of()));
        assertEquals(List.of(), withoutYear(NO_YEAR, Map.of("TIME_PERIOD", "2023")));
        assertTrue(withoutYear(NO_YEAR, Map.of("TIME_PERIOD", "1923"))
                .contains("error period-not-allowed early [B3] 1923"));
    }

    @Test
    void aSumWithoutOneOfItsPartsIsAnError() {
        String ages = TITLE + "Age,2022,2023\n0-5,3,1\n6-11,...,2\n12-17,4,5\n";
        MappedFile file = MappedGiven.file(ages, MappedGiven.mapping(ages, ANSWERS), Map.of());
        List<String> lines = MappedGiven.lines(file, "VICTIMS");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("error sum-with-gap - [B3")), lines::toString);
    }

    @Test
    void aChosenFigureThatNoDataflowCanUseIsNotUnderstood() {
        String table = "Trafficking in persons,,\nItem,2022,2023\nRegistered crimes,10,12\nMen,4,5\n";
        String chosen = ANSWERS.replace("'VICTIMS'", "{'A3:C3':'OFFENCES','A4:C4':'PERSONS'}");
        MappedFile file = MappedGiven.file(table, MappedGiven.mapping(table, chosen), Map.of());
        List<String> lines = MappedGiven.lines(file, "OFFENCES");
        assertTrue(lines.contains("error figure-not-used - [B4, C4] null"), lines::toString);
    }

    @Test
    void aSumThatLosesAPartIsNeverDropped() {
        String ages = TITLE + "Year,Age,Number\n2022,0-14,3\n2022,15-17,4\n2023,0-14,5\n2023,15-17,6\n";
        Mapping sums = MappedGiven.mapping(ages, ANSWERS);
        List<String> gone =
                MappedGiven.lines(MappedGiven.file(ages.replace("2023,15-17,6\n", ""), sums, Map.of()), "VICTIMS");
        assertTrue(gone.contains("error sum-with-gap - [C5] null"), gone::toString);
        List<String> other =
                MappedGiven.lines(MappedGiven.file(ages.replace("15-17", "15-16"), sums, Map.of()), "VICTIMS");
        assertTrue(other.contains("error mapping-drift left-out [C3, C5] 0-14"), other::toString);
    }

    @Test
    void anAgeGroupThatIsLeftOutIsNoError() {
        String ages = TITLE + "Age,2022,2023\nTotal,8,9\n0-17,5,5\n30-39,3,4\n";
        MappedFile file = MappedGiven.file(ages, MappedGiven.mapping(ages, ANSWERS), Map.of());
        List<String> lines = MappedGiven.lines(file, "VICTIMS");
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("error")), lines::toString);
        assertEquals(4, file.table(victims).size());
    }

    @Test
    void figuresOfAPartOfTheCountryAndOfAnotherDataflowAreErrors() {
        Mapping part = MappedGiven.mapping(TABLE, ANSWERS.replace("national", "part"));
        assertTrue(MappedGiven.lines(MappedGiven.file(TABLE, part, Map.of()), "VICTIMS")
                .contains("error not-national - [] null"));
        assertEquals(
                List.of("error subject-unknown other [] null"),
                MappedGiven.lines(MappedGiven.file(TABLE, mapping, Map.of()), "OFFENCES"));
    }

    @Test
    void aTableWithoutASubjectIsAnError() {
        String other = TABLE.replace("Victims of trafficking in persons", "Figures");
        Mapping none = MappedGiven.mapping(other, "{'unit':'NUMBER','coverage':'national'}");
        assertEquals(
                List.of("error subject-unknown - [] null"),
                MappedGiven.lines(MappedGiven.file(other, none, Map.of()), "VICTIMS").stream()
                        .filter(line -> line.startsWith("error subject"))
                        .toList());
    }

    @Test
    void everyFindingHasCompleteSentencesInSixLanguages() {
        String faulty = "Note\n" + TITLE
                + "Group,2022,2023,Kidneys\nWomen,10 (2),12,3\nMen,-,5,3\nZorgs,1,1,3\nTotal,14,17,6\n";
        List<Finding> findings =
                new ArrayList<>(MappedGiven.findings(MappedGiven.file(faulty, mapping, Map.of()), "VICTIMS"));
        findings.addAll(MappedGiven.findings(MappedGiven.file(TABLE, mapping, Map.of()), "OFFENCES"));
        findings.addAll(MappedGiven.findings(
                MappedGiven.file(TABLE.replace("Total,14,17\n", ""), mapping, Map.of()), "VICTIMS"));
        MappedFile otherAges =
                MappedGiven.file(MINORS + "8\n", MappedGiven.mapping(MINORS + "10\n", ANSWERS), Map.of());
        findings.addAll(MappedGiven.findings(otherAges, "VICTIMS"));
        assertTrue(findings.size() > 7, findings::toString);
        for (String language : LocalText.LANGUAGES) {
            Sentences sentences = new Sentences(RuleTexts.in(language), victims.structure());
            Sentences english = new Sentences(RuleTexts.in("en"), victims.structure());
            for (Finding finding : findings) {
                for (String text : List.of(sentences.message(finding), sentences.fix(finding))) {
                    assertFalse(text.isBlank() || text.matches(".*[{}].*|.*\\bnull\\b.*"), language + ": " + text);
                }
                if (!language.equals("en")) {
                    assertNotEquals(english.message(finding), sentences.message(finding), finding::toString);
                }
            }
        }
    }
}
