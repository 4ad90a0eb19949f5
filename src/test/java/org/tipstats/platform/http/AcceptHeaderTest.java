package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {

    /** The offers in the order in which a service prefers them. */
    private static final List<String> OFFERS = List.of(
            "application/json",
            "application/vnd.sdmx.data+csv;version=2.0.0",
            "text/csv;charset=utf-8",
            "text/html;charset=utf-8");

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    private static Optional<String> best(String accept) {
        return AcceptHeader.parse(accept).best(OFFERS, Function.identity()).map(type -> type.split(";")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "APPLICATION/JSON | application/json",
                "application/json;charset=utf-8 | application/json",
                "*/* | application/json",
                "application/* | application/json",
                "text/csv | text/csv",
                "text/* | text/csv",
                "text/html, text/* | text/html",
                "application/vnd.sdmx.data+csv | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+csv; version=2.0.0; labels=id | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+csv; version=\"2.0\" | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+csv;version=2 | application/vnd.sdmx.data+csv",
                "text/csv, application/json | text/csv",
                "application/json, text/csv | application/json",
                "text/csv;q=0.8, application/json;q=0.80 | text/csv",
                "text/csv; q=0.3, application/json; q=0.301 | application/json",
                "text/csv;Q=0.3, application/json;q=0.301 | application/json",
                "application/json;q=0.1, */*;q=0.5 | application/vnd.sdmx.data+csv",
                "application/json;q=0, application/* | application/vnd.sdmx.data+csv",
                "*/*;q=0.1, text/csv;q=0 | application/json",
                "text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5 | text/html",
                "application/vnd.sdmx.data+csv;version=1.0.0, application/json;q=0.1 | application/json",
                "image/webp, */*;q=0.8 | application/json",
                "application/json;q=x | application/json",
                "application/json;q=0.5, text/csv;q=7 | text/csv",
                "text/csv;header=\"a, text/html\";q=0.5, application/json;q=0.4 | text/csv",
            })
    void theBestOfWhatIsAcceptedIsChosen(String accept, String type) {
        assertEquals(Optional.of(type), best(accept));
    }

    @Test
    void aBrowserGetsThePage() {
        assertEquals(Optional.of("text/html"), best(BROWSER));
    }

    @Test
    void whoSaysNothingTakesTheFirst() {
        assertEquals(Optional.of("application/json"), best(null));
        assertEquals(Optional.of("application/json"), best(" "));
        assertEquals(Optional.of("application/json"), best("image/png,".repeat(1_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/xml, text/plain",
                "*/*;q=0",
                "application/json;q=0",
                "application/json;q=0.0001",
                "json",
                ",",
                ";",
                "\"",
                "text/csv;q=0.0",
                "application/vnd.sdmx.data+csv;version=1.0.0",
                "application/vnd.sdmx.data+csv;version=2.1",
                "application/vnd.sdmx.data+json"
            })
    void nothingIsMadeForWhoAcceptsNothing(String accept) {
        assertEquals(Optional.empty(), best(accept));
    }
}
