package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NationalsDifferTest {

    private static final String OWN = "A.AUT.AUT._T.NUMBER.2016";

    private static Given citizens(String... rows) {
        String header = "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
        return Given.file(header + String.join("\n", rows) + "\n").to("VICTIMS_CITIZENSHIP");
    }

    private static List<String> found(Given given) {
        return given.found().stream()
                .filter(line -> !line.startsWith("total-missing"))
                .toList();
    }

    @Test
    void twoValuesForTheOwnCitizensAreOneFinding() {
        assertEquals(
                List.of("nationals-differ 3 OBS_VALUE \"12\" []"),
                found(citizens("AUT,AUT,_T,2016,10,A", "AUT,NAT,_T,2016,12,A")));
        assertEquals(
                List.of("nationals-differ 3 OBS_VALUE \"10\" []"),
                found(citizens("AUT,AUT,_T,2016,12,A", "AUT,NAT,_T,2016,10,A")));
    }

    @Test
    void theSameValueTwiceIsCountedOnceAndNeedsNoWord() {
        assertEquals(List.of(), found(citizens("AUT,_T,_T,2016,12,A", "AUT,AUT,_T,2016,12,A", "AUT,NAT,_T,2016,12,A")));
    }

    @Test
    void anotherAreasCodeIsNotThatOfTheNationals() {
        assertEquals(List.of(), found(citizens("AUT,DEU,_T,2016,10,A", "AUT,NAT,_T,2016,12,A")));
    }

    @Test
    void theOtherRowMayHaveBeenAcceptedBefore() {
        assertEquals(
                List.of("nationals-differ 2 OBS_VALUE \"12\" []"),
                found(citizens("AUT,NAT,_T,2016,12,A").holding("VICTIMS_CITIZENSHIP", OWN, 10)));
    }

    @Test
    void aMaskedFigureDiffersOnlyFromALargerOne() {
        assertEquals(List.of(), found(citizens("AUT,AUT,_T,2016,4,A", "AUT,NAT,_T,2016,,Q")));
        assertEquals(
                List.of("nationals-differ 3 OBS_VALUE - []"),
                found(citizens("AUT,AUT,_T,2016,5,A", "AUT,NAT,_T,2016,,Q")));
    }

    @Test
    void theSentencesNameBothCodes() {
        assertEquals(
                List.of(
                        "The figures for the country’s own citizens differ: NAT is 12 and AUT is 10.",
                        "Keep the correct row and delete the other."),
                citizens("AUT,AUT,_T,2016,10,A", "AUT,NAT,_T,2016,12,A", "AUT,_T,_T,2016,12,A")
                        .says());
    }
}
