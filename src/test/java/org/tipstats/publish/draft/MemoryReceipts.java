package org.tipstats.publish.draft;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Receipts without a database. Years that are audited side by side store theirs at the same time. */
final class MemoryReceipts extends AuditReceiptRepository {

    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    MemoryReceipts() {
        super(null);
    }

    @Override
    Set<String> known(Collection<String> digests) {
        Set<String> known = new HashSet<>(digests);
        known.retainAll(stored);
        return known;
    }

    Set<String> stored() {
        return stored;
    }

    @Override
    void store(Collection<String> digests) {
        stored.addAll(digests);
    }
}
