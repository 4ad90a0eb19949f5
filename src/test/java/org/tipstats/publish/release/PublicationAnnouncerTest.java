package org.tipstats.publish.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationAnnouncerTest {

    @Test
    void figuresOfOtherSourcesAreThoseOfTheirDataflow() {
        assertEquals(
                List.of("OFFENCES", "VICTIMS"),
                PublicationAnnouncer.dataflows(List.of("OFFENCES:aa", "VICTIMS:bb", "VICTIMS@IOM:cc")));
    }
}
