package org.tipstats.site.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;

class ReleaseTextsTest {

    private static final ReleaseReference RELEASE = new ReleaseReference(
            "2018-1", new LocalText(Map.of("en", "Victims")), Instant.parse("2018-05-03T09:00:00Z"), "3f9a", 7, true);

    private static final Dataflow OFFENCES =
            SampleCubes.SCHEMAS.dataflow("OFFENCES").orElseThrow();

    @Test
    void whatIsShownIsCitedUnderTheNameOfItsPublisherWithTheAddressOfItsRelease() {
        ExplorerQuery query = new ExplorerQuery("OFFENCES", Map.of("REF_AREA", "AUT"));
        ReleaseTexts texts = new ReleaseTexts(RELEASE, OFFENCES, query, RELEASE, "The Agency", PageTexts.in("en"));

        assertNull(texts.newer());
        assertEquals(
                "Recorded offences of trafficking in persons. The Agency, release 2018-1: Victims. Published 3 May"
                        + " 2018.",
                texts.citation().text());
        assertEquals(
                "/en/data/OFFENCES?REF_AREA=AUT&release=2018-1",
                texts.citation().address());
    }
}
