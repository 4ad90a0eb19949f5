package org.tipstats.publish.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.publish.checks.ProtectionSummary;
import org.tipstats.publish.read.DatasetText;
import org.tipstats.publish.read.OtherSourceText;

/**
 * The content of a release before it is stored.
 *
 * @param acceptance number of the last acceptance that it contains
 * @param texts the published datasets by dataflow
 * @param unpublished the figures that are not published as they are, by dataflow
 * @param beside the figures of other sources
 * @param protectedAgainst the content hashes of the releases that it was protected against
 */
record CompiledRelease(
        long acceptance,
        Map<String, DatasetText> texts,
        Map<String, DatasetText> unpublished,
        List<OtherSourceText> beside,
        ProtectionSummary summary,
        List<String> protectedAgainst) {

    CompiledRelease {
        texts = new TreeMap<>(texts);
        unpublished = new TreeMap<>(unpublished);
        beside = List.copyOf(beside);
        protectedAgainst = List.copyOf(protectedAgainst);
    }

    String contentHash() {
        Map<String, DatasetText> all = new TreeMap<>(texts);
        beside.forEach(text -> all.put(text.hashId(), text.published()));
        return DatasetText.hashOf(all);
    }
}
