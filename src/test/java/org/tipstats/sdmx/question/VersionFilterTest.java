package org.tipstats.sdmx.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which versions of an artefact a request means. */
class VersionFilterTest {

    @ParameterizedTest
    @CsvSource({
        "latest, 10.0.0",
        "+, 10.0.0",
        "~, 10.0.0",
        "all, 1.0.0 9.2.0 10.0.0 1.2.0",
        "*, 1.0.0 9.2.0 10.0.0 1.2.0",
        "1.0.0, 1.0.0",
        "1.0.0~, 1.0.0",
        "1.1+.0, 1.2.0",
    })
    void oneVersionIsTheLatest(String word, String wanted) {
        List<String> versions = VersionFilter.of(word, ",")
                .of(List.of("1.0.0", "9.2.0", "10.0.0", "1.2.0"), version -> "same", version -> version);

        assertEquals(List.of(wanted.split(" ")), versions);
    }
}
