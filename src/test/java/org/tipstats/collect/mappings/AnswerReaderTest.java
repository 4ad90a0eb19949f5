package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class AnswerReaderTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static Answers read(String answers, String params) {
        return AnswerReader.read(SCHEMAS, new ObjectMapper(), answers, params);
    }

    private static List<InputError> faults(String answers, String params) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(answers, params));
        assertEquals(400, refused.problem().status());
        return refused.problem().errors();
    }

    @Test
    void theAnswersOfTheContractAreRead() {
        Answers answers = read("""
                {"dataflow": "VICTIMS", "unit": "NUMBER", "coverage": "national", "period": "2023", "measure": "Persons",
                 "marker:-": "zero", "word:SEX:Frauen: alle": "F", "word:TIME_PERIOD:2020/21": 2021,
                 "word:UNIT_MEASURE:Per 100000": "RATE", "column:Sheet1!C4": "ignore", "column:D4": "AGE",
                 "ignore:A7:C9": true}""", "{\"OBS_STATUS\": \"P\", \"TIME_COVERAGE\": \"April to March\"}");
        assertEquals("VICTIMS", answers.value("dataflow").orElseThrow());
        assertEquals("2021", answers.value("word:TIME_PERIOD:2020/21").orElseThrow());
        assertTrue(answers.ignores("", 8, 1));
        assertEquals("P", answers.params().get("OBS_STATUS"));
    }

    @Test
    void aDataflowMayBeNamedForEachPartOfAFile() {
        Answers answers = read("{\"dataflow\": {\"A1:B9\": [\"PERSONS\", \"VICTIMS\"], \"D1\": \"OFFENCES\"}}", null);
        assertEquals(2, answers.dataflows().size());
    }

    @Test
    void noAnswersAreNoFault() {
        assertEquals(Answers.NONE, read(null, " "));
    }

    @Test
    void allFaultsAreNamedAtOnceWithTheirPlaceAndWhatWasMeant() {
        List<InputError> faults = faults(
                "{\"dataflow\": \"VICTIM\", \"word:SEX:Frauen/Mädchen\": \"W\", \"period\": \"23\", \"unit\": \"PERCENT\"}",
                "{\"OBS_STATSU\": \"A\"}");
        assertEquals(
                List.of(
                        "/answers/dataflow",
                        "/answers/word:SEX:Frauen~1Mädchen",
                        "/answers/period",
                        "/answers/unit",
                        "/params/OBS_STATSU"),
                faults.stream().map(InputError::pointer).toList());
        assertEquals("VICTIMS", faults.get(0).suggestions().get(0));
        assertEquals(List.of("NUMBER", "RATE"), faults.get(3).suggestions());
        assertEquals("OBS_STATUS", faults.get(4).suggestions().get(0));
    }

    @Test
    void aPartMustBeAnObjectAndARangeARange() {
        assertEquals("/answers", faults("[1]", null).get(0).pointer());
        assertEquals("/params", faults(null, "{\"OBS_STATUS\"").get(0).pointer());
        assertEquals(
                "/answers/ignore:row 7",
                faults("{\"ignore:row 7\": true}", null).get(0).pointer());
        assertEquals("/answers/unit", faults("{\"unit\": {}}", null).get(0).pointer());
    }

    /** The kinds of questions are those of the contract; a misspelt one left the guess as it was. */
    @Test
    void aQuestionThatNoGuessAsksIsAFault() {
        List<InputError> faults =
                faults("{\"words:SEX:Frauen\": \"F\", \"unitt\": \"NUMBER\", \"column\": \"SEX\"}", null);
        assertEquals(
                List.of(List.of("word:"), List.of("unit"), List.of("column:")),
                faults.stream().map(InputError::suggestions).toList());
    }
}
