package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.LocalText;

/** The time for which answers may be cached, at noon on 1 January 2026. */
class CacheRulesTest {

    private static final CacheRules AT_NOON =
            new CacheRules(Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2016-1 | - | NAMED",
                "latest | - | ASK_AGAIN",
                "- | - | ASK_AGAIN",
                "- | 2020-01-01T00:00:00Z | NAMED",
                "- | 2026-01-01T11:44:59Z | NAMED",
                "- | 2026-01-01T11:45:00Z | ASK_AGAIN",
                "- | 2026-01-01T12:00:00Z | ASK_AGAIN",
                "- | 2199-01-01T00:00:00Z | ASK_AGAIN",
            })
    void whatANamedReleaseSaysIsKeptForAWhile(String named, Instant asOf, CachePolicy keeping) {
        ReleaseReference open =
                new ReleaseReference("2016-1", new LocalText(Map.of("en", "Victims")), Instant.EPOCH, "hash", 1, true);
        assertEquals(keeping, AT_NOON.of(open, named, asOf));
        ReleaseReference underEmbargo =
                new ReleaseReference("2016-1", new LocalText(Map.of("en", "Victims")), null, "hash", 1, false);
        assertEquals(CachePolicy.NEVER, AT_NOON.of(underEmbargo, named, asOf));
    }
}
