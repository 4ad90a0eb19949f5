package org.tipstats.mapping.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;

/** The contract: "dataflow is one id, or an object from an anchor cell or range to an id or a list of ids". */
class AnchorAnswerTest {

    private static final String TWO_TABLES = """
            Victims of trafficking detected,,
            Sex,2015,2016
            Female,40,35
            Male,12,11

            Persons convicted of trafficking,,
            Sex,2015,2016
            Female,4,3
            Male,22,21
            """;
    private static final Grid GRID = SavedTable.grid(TWO_TABLES);

    /** The figures by hand: the first table has victims, the second convicted persons. */
    private static final List<String> FIGURES = List.of(
            "PERSONS _T.A.AUT.F.CONVICTED.2015.NUMBER 4 B8",
            "PERSONS _T.A.AUT.F.CONVICTED.2016.NUMBER 3 C8",
            "PERSONS _T.A.AUT.M.CONVICTED.2015.NUMBER 22 B9",
            "PERSONS _T.A.AUT.M.CONVICTED.2016.NUMBER 21 C9",
            "VICTIMS _T._T.A.AUT.F.2015.NUMBER 40 B3",
            "VICTIMS _T._T.A.AUT.F.2016.NUMBER 35 C3",
            "VICTIMS _T._T.A.AUT.M.2015.NUMBER 12 B4",
            "VICTIMS _T._T.A.AUT.M.2016.NUMBER 11 C4");

    @Test
    void theFirstCellOfATableStandsForTheTable() throws JsonProcessingException {
        Answers answers = answers("{'A2': 'VICTIMS', 'A7': ['PERSONS']}");
        assertEquals(FIGURES, SavedTable.figures(guess(answers)));
        Mapping mapping = MappingMaker.of(GRID, "AUT", answers, guess(answers));
        MappingApplication again = MappingApplication.of(mapping, GRID, SavedTable.SCHEMAS, Answers.NONE);
        assertEquals(FIGURES, SavedTable.figures(again.guess()));
    }

    @Test
    void theCellOfAFigureStandsForItself() throws JsonProcessingException {
        assertEquals(
                List.of("VICTIMS _T._T.A.AUT.F.2015.NUMBER 40 B3"),
                SavedTable.figures(guess(answers("{'B3': 'VICTIMS'}"))));
    }

    private static Answers answers(String dataflow) throws JsonProcessingException {
        String json = "{'unit': 'NUMBER', 'coverage': 'national', 'dataflow': " + dataflow + "}";
        return Answers.of(new ObjectMapper().readTree(json.replace('\'', '"')), null);
    }

    private static Guess guess(Answers answers) {
        return Guesser.guess(
                GRID,
                new GuessRequest(
                        SavedTable.SCHEMAS,
                        SavedTable.SCHEMAS.areas().find("AUT").orElseThrow(),
                        null,
                        answers,
                        Map.of()));
    }
}
