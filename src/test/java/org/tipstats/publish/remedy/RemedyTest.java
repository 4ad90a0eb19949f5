package org.tipstats.publish.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.publish.remedy.SmallCountry.VICTIMS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "withhold:VICTIMS:2015:019",
                "withhold:VICTIMS:2015:019:EXPLOITATION",
                "merge:VICTIMS:2015:HTI:SEX:_O:_U",
                "leave-out:VICTIMS:2015:HTI"
            })
    void anIdIsReadBack(String id) {
        assertEquals(Optional.of(id), Remedy.parse(id).map(Remedy::id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "leave-out", "leave-out:VICTIMS:2015:HTI:SEX", "merge:VICTIMS:2015:HTI:SEX:_O", "x:A:B:C"})
    void otherTextsAreNoIds(String text) {
        assertEquals(Optional.empty(), Remedy.parse(text));
    }

    @Test
    void eachKindIsDescribedInPlainWords() {
        assertEquals(
                List.of(
                        "The total of Americas in “Detected victims of trafficking in persons” for 2015 may be withheld."
                                + " The total of another region is withheld with it, because otherwise the world’s total"
                                + " would reveal it.",
                        "The figures of Americas by “Sex” in “Detected victims of trafficking in persons” for 2015 are"
                                + " withheld.",
                        "“Male” is counted as “Other” in the figures of Haiti in “Detected victims of trafficking in"
                                + " persons” for 2015.",
                        "The figures of Haiti in “Detected victims of trafficking in persons” for 2015 are left out."),
                List.of(
                        Remedy.withholdTotal("VICTIMS", "2015", "019").text(VICTIMS, "en"),
                        Remedy.withhold("VICTIMS", "2015", "019", "SEX").text(VICTIMS, "en"),
                        Remedy.merge("VICTIMS", "2015", "HTI", "SEX", "M", "_O").text(VICTIMS, "en"),
                        Remedy.leaveOut("VICTIMS", "2015", "HTI").text(VICTIMS, "en")));
    }
}
