package org.tipstats.disseminate.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class DataTagTest {

    private static final ReleaseReference RELEASE = new ReleaseReference(
            "r", new LocalText(Map.of("en", "R")), Instant.parse("2026-11-25T12:00:00.9Z"), "hash", 1, true);
    private static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();

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
                "- | Wed, 25 Nov 2026 12:00:01 GMT | false",
                "- | Wed, 25 Nov 2026 11:59:59 GMT | false",
                "- | yesterday | false",
                "- | '' | false",
                "\"x\" | Wed, 25 Nov 2026 12:00:00 GMT | false",
                "TAG | Wed, 25 Nov 2026 11:59:59 GMT | true",
                "- | - | false",
            })
    void aReplyThatIsKnownIsNotSentAgain(String tags, String date, boolean known) {
        String tag = tag(RELEASE, "content");
        String sent = tags == null ? null : tags.replace("TAG", '"' + tag + '"');
        assertEquals(known, EntityTags.isKnown(tag, RELEASE.publishedAt(), sent, date));
    }

    @Test
    void theTagFollowsTheContentAndTheRelease() {
        String tag = tag(RELEASE, "content");
        assertEquals(tag, tag(RELEASE, "content"));
        assertTrue(tag.matches("[0-9a-f]{32}"));
        assertNotEquals(tag, tag(RELEASE, "other"));
        ReleaseReference recompiled =
                new ReleaseReference("r", new LocalText(Map.of("en", "R")), RELEASE.publishedAt(), "other", 1, true);
        assertNotEquals(tag, tag(recompiled, "content"));
    }

    private static String tag(ReleaseReference release, String content) {
        return EntityTags.of(
                DataHttpReply.kept(release, content, CachePolicy.NAMED).content());
    }

    /** A format that contains the terms of use gets a new tag when they change; the other formats keep theirs. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void theTagFollowsTheTermsOfUseWhereTheyAreWritten(Format format) {
        boolean written = Set.of(Format.JSON_STAT, Format.XLSX, Format.PARQUET, Format.PARQUET_BY_YEAR)
                .contains(format);
        String tag = tag(format, "Free for all", "en");
        assertEquals(tag, tag(format, "Free for all", "en"));
        assertEquals(written, !tag.equals(tag(format, "Free for some", "en")));
        assertEquals(written, !tag.equals(tag(format, "Free for all", "fr")));
    }

    private static String tag(Format format, String licence, String language) {
        Terms terms = new Terms("The Agency", "/metadata", new LocalText(Map.of("en", licence)), null, LocalText.EMPTY);
        DataQuery query = new DataQuery(VICTIMS, List.of(), 0, Map.of());
        DataStyle style = new DataStyle(LabelStyle.ID, language, false, false);
        DataRequest request = new DataRequest(RELEASE, terms, query, format, style, null, 0, CachePolicy.FOR_EVER);
        return tag(RELEASE, request.canonical());
    }
}
