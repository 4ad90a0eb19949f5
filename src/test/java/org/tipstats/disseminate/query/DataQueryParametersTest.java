package org.tipstats.disseminate.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.disseminate.data.RealDataflows;
import org.tipstats.disseminate.query.SavedQueryService.SavedQuery;
import org.tipstats.platform.problem.ProblemException;

class DataQueryParametersTest {

    private static Map<String, String> normal(String component, String value) {
        return new QueryParser(RealDataflows.of("VICTIMS"), Set.of())
                .parse(Map.of(component, List.of(value)))
                .parameters();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEX | M,F | F,M",
                "SEX | children(_T) | F,M,_O,_U",
                "AGE | descendants(Y0T17),Y0T17 | Y0T17,Y0T11,Y12T17",
                "TIME_PERIOD | 2003,2001,2002 | 2001:2003",
                "TIME_PERIOD | 2010 | 2010",
                "TIME_PERIOD | 2010:2010 | 2010",
                "TIME_PERIOD | 2000 | 2000",
                "TIME_PERIOD | :2002 | :2002",
                "TIME_PERIOD | 2000:2002 | :2002",
                "TIME_PERIOD | 2010: | 2010:",
                "TIME_PERIOD | 2005,2010:2012,2020: | 2005,2010:2012,2020:",
                "OBS_STATUS | Q,M | M,Q",
            })
    void equalQueriesAreWrittenInOneWay(String component, String value, String expected) {
        Map<String, String> normal = normal(component, value);
        assertEquals(Map.of(component, expected), normal);
        assertEquals(normal, normal(component, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"SEX | *", "SEX | F,M,_O,_U,_T", "TIME_PERIOD | :"})
    void whatFiltersNothingIsLeftOut(String component, String value) {
        assertEquals(Map.of(), normal(component, value));
    }

    @Test
    void aQueryForNoCodeIsNone() {
        assertThrows(ProblemException.class, () -> normal("EXPLOITATION", "children(ORG)"));
    }

    @Test
    void itsTextIsReadBack() {
        Map<String, String> parameters = Map.of("REF_AREA", "AUT,DEU", "TIME_PERIOD", "2010:");
        SavedQuery query = SavedQuery.of("r", "VICTIMS", parameters, Instant.EPOCH);
        assertEquals("REF_AREA=AUT,DEU&TIME_PERIOD=2010:", query.query());
        assertEquals(parameters, SavedQuery.parse(query.query()));
        assertEquals(Map.of(), SavedQuery.parse(""));
        assertEquals(16, query.id().length());
    }

    /** The id is in the URL that readers have saved: the first 80 bits of the SHA-256 of the content, in radix 32. */
    @Test
    void theIdOfAQueryNeverChanges() {
        assertEquals(
                "paci5v47htifkhc6",
                SavedQuery.of("r", "VICTIMS", Map.of(), Instant.EPOCH).id());
    }
}
