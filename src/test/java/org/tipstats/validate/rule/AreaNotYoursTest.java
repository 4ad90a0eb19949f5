package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaNotYoursTest {

    private static final String AUSTRIA = "AUT,F,_T,_T,2016,12,";
    private static final String FRANCE = "FRA,F,_T,_T,2016,12,";

    @Test
    void aSubmitterReportsForOwnAreasOnly() {
        assertEquals(
                List.of("area-not-yours 3 REF_AREA \"FRA\" []"),
                Given.rows(AUSTRIA, FRANCE).from("AUT").found());
        assertEquals(List.of(), Given.rows(AUSTRIA, FRANCE).from("AUT", "FRA").found());
        assertEquals(
                List.of(
                        "FRA is not a country or area that you report for.",
                        "Remove the row. You report for AUT, DEU."),
                Given.rows(FRANCE).from("DEU", "AUT").says());
    }

    @Test
    void ownAreasAreNeverSuggestedForRowsOfAnother() {
        for (String[] own : List.of(new String[] {"AUT"}, new String[] {"AUT", "BIH"}, new String[] {})) {
            Given file =
                    Given.rows(FRANCE, FRANCE.replace("_T,2016", "_T,2017")).from(own);
            assertEquals(2, file.findings().size());
            file.findings().forEach(finding -> assertEquals(List.of(), finding.suggestions()));
            file.report()
                    .summary()
                    .forEach(group -> assertEquals(List.of(), group.sample().suggestions()));
        }
    }

    @Test
    void whoIsNotSignedInMayCheckAnyArea() {
        assertEquals(List.of(), Given.rows(AUSTRIA, FRANCE).found());
    }

    @Test
    void anAreaThatIsNoCodeIsOneFinding() {
        assertEquals(
                List.of("unknown-code 2 REF_AREA \"XXX\" []"),
                Given.rows("XXX,F,_T,_T,2016,12,").from("AUT").found());
    }

    @Test
    void withdrawingForEveryAreaIsWithdrawingForOthers() {
        Given file = Given.file("ACTION," + Given.HEADER + "\nD,,F,_T,_T,2016,,\n");
        assertEquals(
                List.of("area-not-yours 2 REF_AREA \"\" []"), file.from("AUT").found());
    }

    @Test
    void theRulePassesOnlyWhereItCouldFail() {
        assertTrue(Given.rows(AUSTRIA).from("AUT").report().passed().contains("area-not-yours"));
        assertFalse(Given.rows(AUSTRIA).report().passed().contains("area-not-yours"));
    }
}
