package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;

/** Tests which persons the sums count twice if nationals and foreigners stand besides single areas. */
class CitizensInSumsTest {

    private static List<String> found(String... rows) {
        String header = "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
        return Given.file(header + String.join("\n", rows) + "\n")
                .to("VICTIMS_CITIZENSHIP")
                .found();
    }

    @Test
    void foreignersMayBeAllOfThem() {
        assertEquals(
                List.of(),
                found(
                        "AUT,_T,_T,2016,50,A",
                        "AUT,NAT,_T,2016,10,A",
                        "AUT,FOR,_T,2016,40,A",
                        "AUT,ROU,_T,2016,25,A",
                        "AUT,NGA,_T,2016,15,A"));
    }

    @Test
    void foreignersMayBeTheRest() {
        assertEquals(
                List.of(),
                found(
                        "AUT,_T,_T,2016,50,A",
                        "AUT,NAT,_T,2016,10,A",
                        "AUT,FOR,_T,2016,5,A",
                        "AUT,ROU,_T,2016,20,A",
                        "AUT,NGA,_T,2016,15,A"));
    }

    @Test
    void whatIsTooMuchEitherWayIsReported() {
        assertEquals(
                List.of("sum-exceeds-total 2 OBS_VALUE \"50\" []"),
                found(
                        "AUT,_T,_T,2016,50,A",
                        "AUT,NAT,_T,2016,11,A",
                        "AUT,FOR,_T,2016,5,A",
                        "AUT,ROU,_T,2016,25,A",
                        "AUT,NGA,_T,2016,15,A"));
    }

    @Test
    void whatIsTooLittleEitherWayIsReported() {
        assertEquals(
                List.of("sum-below-total 2 OBS_VALUE \"50\" []"),
                found(
                        "AUT,_T,_T,2016,50,A",
                        "AUT,NAT,_T,2016,9,A",
                        "AUT,FOR,_T,2016,5,A",
                        "AUT,ROU,_T,2016,20,A",
                        "AUT,NGA,_T,2016,15,A"));
    }

    @Test
    void theReportingAreasOwnCodeIsNoForeignersPart() {
        assertEquals(
                List.of(),
                found("AUT,_T,_T,2016,50,A", "AUT,AUT,_T,2016,10,A", "AUT,FOR,_T,2016,40,A", "AUT,ROU,_T,2016,40,A"));
        assertEquals(
                List.of("sum-exceeds-total 2 OBS_VALUE \"50\" []"),
                found("ROU,_T,_T,2016,50,A", "ROU,AUT,_T,2016,10,A", "ROU,FOR,_T,2016,40,A", "ROU,ROU,_T,2016,40,A"));
    }

    @Test
    void aCountryAloneMustNotBeMoreThanTheTotal() {
        assertEquals(
                List.of("part-exceeds-total 2 OBS_VALUE \"50\" []"),
                found("AUT,_T,_T,2016,50,A", "AUT,FOR,_T,2016,50,A", "AUT,ROU,_T,2016,60,A"));
    }

    @Test
    void statelessAndUnknownPersonsAreNoForeigners() {
        assertEquals(
                List.of(),
                found(
                        "AUT,_T,_T,2016,50,A",
                        "AUT,NAT,_T,2016,10,A",
                        "AUT,FOR,_T,2016,30,A",
                        "AUT,ROU,_T,2016,30,A",
                        "AUT,STATELESS,_T,2016,4,A",
                        "AUT,_U,_T,2016,6,A"));
    }

    @Test
    void anErroneousCountrySpoilsTheSumOfAllButNotTheNationals() {
        assertEquals(
                List.of("not-a-count 4 OBS_VALUE \"x\" []"),
                found("AUT,_T,_T,2016,50,A", "AUT,FOR,_T,2016,60,A", "AUT,ROU,_T,2016,x,A"));
    }
}
