package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Severity;

class ProviderWithheldTest {

    private static Given total(String valueAndStatuses) {
        return Given.file(
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\nAUT,_T,_T,_T,2016,"
                        + valueAndStatuses + "\n");
    }

    @Test
    void aValueThatIsNotFreeIsTold() {
        Given given = total("12,A,C");
        assertEquals(List.of("provider-withheld 2 CONF_STATUS \"C\" []"), given.found());
        assertEquals(Severity.INFORMATION, given.findings().get(0).severity());
        assertEquals(
                List.of(
                        "CONF_STATUS is C: the figure is kept and counted in regional sums, but not shown in"
                                + " releases.",
                        "If the figure may be public, set CONF_STATUS to F or leave it empty. Otherwise no action"
                                + " is needed."),
                given.says());
        assertEquals(1, total("12,A,N").found().size());
    }

    @Test
    void aFreeValueOrNoneIsFine() {
        assertEquals(List.of(), total("12,A,F").found());
        assertEquals(List.of(), total("12,A,").found());
        assertEquals(List.of(), total(",Q,A").found());
    }
}
