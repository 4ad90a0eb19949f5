package org.tipstats.dissemination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.release.ReleaseReference;

class ReplyTagTest {

    private static final ReleaseReference RELEASE =
            new ReleaseReference("r", "R", Instant.parse("2026-11-25T12:00:00.9Z"), "hash", 1, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "TAG | - | true",
                "\"x\", TAG | - | true",
                "W/TAG | - | true",
                "* | - | true",
                "\"x\" | - | false",
                "x | - | false",
                "- | Wed, 25 Nov 2026 12:00:00 GMT | true",
                "- | Wed, 25 Nov 2026 12:00:01 GMT | true",
                "- | Wed, 25 Nov 2026 11:59:59 GMT | false",
                "- | yesterday | false",
                "- | '' | false",
                "\"x\" | Wed, 25 Nov 2026 12:00:00 GMT | false",
                "TAG | Wed, 25 Nov 2026 11:59:59 GMT | true",
                "- | - | false",
            })
    void aReplyThatIsKnownIsNotSentAgain(String tags, String date, boolean known) {
        ReplyTag tag = ReplyTag.of(RELEASE, true, "content");
        String sent = tags == null ? null : tags.replace("TAG", '"' + tag.value() + '"');
        assertEquals(known, tag.isKnown(sent, date));
    }

    @Test
    void whatIsNotOpenIsNeverKnown() {
        ReplyTag tag = ReplyTag.of(new ReleaseReference("r", "R", null, "hash", 1, false), false, "content");
        assertFalse(tag.isKnown('"' + tag.value() + '"', null));
        assertFalse(tag.isKnown("*", "Wed, 25 Nov 2099 12:00:00 GMT"));
    }

    @Test
    void theTagFollowsTheContentAndTheRelease() {
        ReplyTag tag = ReplyTag.of(RELEASE, true, "content");
        assertEquals(tag, ReplyTag.of(RELEASE, true, "content"));
        assertTrue(tag.value().matches("[0-9a-f]{32}"));
        assertNotEquals(tag.value(), ReplyTag.of(RELEASE, true, "other").value());
        ReleaseReference recompiled = new ReleaseReference("r", "R", RELEASE.publishedAt(), "other", 1, true);
        assertNotEquals(tag.value(), ReplyTag.of(recompiled, true, "content").value());
    }
}
