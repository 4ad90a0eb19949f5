package org.tipstats.publish.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a release before it is stored.
 *
 * @param acceptance the number of the last acceptance that is in it
 * @param texts the datasets by dataflow, as published
 * @param unpublished by dataflow, what they hold but don't publish
 * @param beside what stands beside them from other sources
 * @param protectedAgainst the content hashes of the releases that it was protected against
 */
record CompiledRelease(
        long acceptance,
        Map<String, DatasetText> texts,
        Map<String, DatasetText> unpublished,
        List<BesideText> beside,
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
        beside.forEach(text -> all.put(text.id(), text.published()));
        return DatasetText.hashOf(all);
    }
}
