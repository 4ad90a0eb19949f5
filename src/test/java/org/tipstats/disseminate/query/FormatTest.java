package org.tipstats.disseminate.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.Format;
import org.tipstats.platform.problem.ProblemException;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON",
                "*/* | JSON",
                "text/* | PLAIN_CSV",
                "application/vnd.sdmx.data+csv | CSV",
                "application/vnd.sdmx.data+csv; version=2.0.0; labels=id | CSV",
                "text/csv;q=0.8, application/json;q=0.80 | PLAIN_CSV",
                "application/json;q=0.1, */*;q=0.5 | CSV",
                "application/vnd.sdmx.data+csv;version=1.0.0, application/json;q=0.1 | JSON",
                "application/vnd.apache.parquet | PARQUET",
                "application/json-stat+json, application/json;q=0.9 | JSON_STAT",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX",
            })
    void theBestOfWhatIsAcceptedIsChosen(String accept, Format format) {
        assertEquals(Optional.of(format), Format.accepted(accept));
    }

    @Test
    void withoutAWishItIsJson() {
        assertEquals(Optional.of(Format.JSON), Format.accepted(null));
        assertEquals(Optional.of(Format.JSON), Format.accepted(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "application/zip", "application/vnd.sdmx.data+csv;version=1.0.0", "text/csv;q=0.0"})
    void nothingIsMadeForWhoAcceptsNothing(String accept) {
        assertEquals(Optional.empty(), Format.accepted(accept));
    }

    @Test
    void aWordAndAHeaderNameAForm() {
        assertEquals(Format.JSON, format("json", null, "text/csv"));
        assertEquals(Format.CSV, format("csv", null, null));
        assertEquals(Format.PLAIN_CSV, format("csv", "plain", null));
        assertEquals(Format.PLAIN_CSV, format(null, "plain", "application/vnd.sdmx.data+csv"));
        assertEquals(Format.JSON_STAT, format("json-stat", null, null));
        assertEquals(Format.XLSX, format("xlsx", "plain", null));
        assertEquals(Format.PARQUET, format("parquet", null, "text/csv"));
        assertThrows(ProblemException.class, () -> format("xml", null, null));
        assertThrows(ProblemException.class, () -> format("CSV", null, null));
        assertThrows(ProblemException.class, () -> format("csv", "none", null));
    }

    private static Format format(String word, String header, String accept) {
        Map<String, List<String>> parameters = new java.util.HashMap<>();
        if (word != null) {
            parameters.put("format", List.of(word));
        }
        if (header != null) {
            parameters.put("header", List.of(header));
        }
        return DataRequest.format(parameters, accept);
    }

    @Test
    void labelsAreOfThreeKinds() {
        assertEquals(LabelStyle.ID, LabelStyle.of(null));
        assertEquals(LabelStyle.ID, LabelStyle.of("id"));
        assertEquals(LabelStyle.NAME, LabelStyle.of("name"));
        assertEquals(LabelStyle.BOTH, LabelStyle.of("both"));
        for (String wrong : List.of("", "ID", "names", "code")) {
            ProblemException refused = assertThrows(ProblemException.class, () -> LabelStyle.of(wrong));
            assertEquals("labels", refused.problem().errors().get(0).parameter());
        }
        assertEquals(
                List.of("name"),
                assertThrows(ProblemException.class, () -> LabelStyle.of("names"))
                        .problem()
                        .errors()
                        .get(0)
                        .suggestions());
    }
}
