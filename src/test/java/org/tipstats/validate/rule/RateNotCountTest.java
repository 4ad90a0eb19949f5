package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateNotCountTest {

    private static List<String> rates(String text) {
        return Given.file(text).found("rate-not-count");
    }

    @Test
    void decimalsShowRates() {
        assertEquals(
                List.of("own-layout 1 - - []", "rate-not-count 1 Value - []"),
                Given.file("Year,UNIT_MEASURE,Value\n2019,PERSONS,1.7\n2020,PERSONS,3.1\n2021,PERSONS,2\n"
                                + "2022,PERSONS,0.004\n2023,PERSONS,2.4\n")
                        .found());
        assertEquals(
                List.of("rate-not-count 1 Women - []"),
                rates("Year,Women,Men\n2019,\"0,84\",NA\n2020,\"1,27\",\"0,33\"\n2021,-,0\n"));
    }

    @Test
    void aUnitShowsRatesWhereSomeFiguresHaveDecimals() {
        String rows =
                "2019,\"Per 100,000\",3\n2020,\"Per 100,000\",2.5\n2021,\"Per 100,000\",4.5\n2022,\"Per 100,000\",6\n";
        assertEquals(List.of("rate-not-count 1 Unit \"Per 100,000\" []"), rates("Year,Unit,Value\n" + rows));
        assertEquals(List.of(), rates("Year,Unit,Value\n" + rows.replace("Per 100,000", "Victims")));
    }

    @Test
    void countsAreNoRates() {
        for (String text : List.of(
                "Year,Unit,Value\n2019,PER_100000_POP,68\n2020,PER_100000_POP,124\n",
                "Year,Value\n2019,303.0\n2020,422.0\n",
                "Year,Value\n2019,\"1,282\"\n2020,\"1,109\"\n",
                "Region,Cases,Rate,Share\nNorth,240,0.5,12\nSouth,31,0.2,2\n",
                "Year,Unit,Value\n2019,Number,41\n2019,\"Per 100,000\",0.5\n2020,Number,52\n2020,\"Per 100,000\",0.7\n")) {
            assertEquals(List.of(), rates(text), text);
        }
    }

    @Test
    void inOurColumnsTheRulesOfCellsStay() {
        Given file = Given.rows("AUT,F,_T,_T,2016,1.7,");
        assertEquals(List.of("not-a-count 2 OBS_VALUE \"1.7\" []"), file.found());
        assertTrue(file.report().notRun().contains("rate-not-count"));
    }
}
