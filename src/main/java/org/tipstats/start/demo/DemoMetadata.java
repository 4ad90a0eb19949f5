package org.tipstats.start.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.MetadataService;
import org.tipstats.collect.metadata.MetadataService.MetadataRequest;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.DemoAccounts;

/** Writes metadata for a few areas of the demo: what they count. All of it is invented, and each text says so. */
@Singleton
record DemoMetadata(MetadataService metadata, DemoAccounts accounts) {

    private static final String BREAK_YEAR = "2017";

    /** Writes and accepts the missing metadata. */
    void create() {
        say("CHE", Map.of("VICTIM_STATUS", "PRESUM", "STAT_UNIT", "DETECTION", "DEDUPLICATED", "N"), List.of());
        say(
                "DNK",
                Map.of("VICTIM_STATUS", "IDENT", "STAT_UNIT", "CASE"),
                List.of(new SeriesBreak(BREAK_YEAR, Demo.texts("metadata.break"))));
        say("PER", Map.of("VICTIM_STATUS", "IDENT", "STAT_UNIT", "PERSON", "DEDUPLICATED", "Y"), List.of());
    }

    private void say(String area, Map<String, String> codes, List<SeriesBreak> breaks) {
        Actor reviewer = accounts.actor("demo-reviewer");
        if (!metadata.history(area, reviewer).isEmpty()) {
            return;
        }
        Map<String, Map<String, String>> texts = Map.of(
                "NATIONAL_DEF", Demo.texts("metadata.definition"),
                "IDENTIFIED_BY", Demo.texts("metadata.identified"),
                "REF_PERIOD", Demo.texts("metadata.period"));
        MetadataRequest request = new MetadataRequest(null, new MetadataContent(codes, texts, breaks));
        int version = metadata.write(area, request, accounts.actor(accounts.submitter(area)))
                .version();
        metadata.accept(area, Integer.toString(version), reviewer);
    }
}
