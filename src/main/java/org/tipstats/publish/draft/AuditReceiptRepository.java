package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.platform.database.Database;

/** Stores the receipts of audits that found nothing, and the digests of the years of published releases. */
@ApplicationScoped
class AuditReceiptRepository {

    private final Database database;

    AuditReceiptRepository(Database database) {
        this.database = database;
    }

    /** Returns the given digests that have a receipt. */
    Set<String> known(Collection<String> digests) {
        return new HashSet<>(database.list(
                "select digest from audit_receipt where digest = any (?)", row -> row.getString(1), digests));
    }

    /** Stores receipts that are not stored yet. */
    void store(Collection<String> digests) {
        database.update(
                "insert into audit_receipt (digest) select unnest(?::text[]) on conflict do nothing",
                new ArrayList<>(digests));
    }

    /**
     * Returns the digests of the years of a release, for the official figures and for each other source.
     *
     * @param settings the settings with which the digests must have been made
     * @return the digests by the id of the official or other figures; empty if there are no such digests
     */
    SortedMap<String, YearDigests> years(String release, String settings) {
        Map<String, SortedMap<String, String>> byVintage = new TreeMap<>();
        database.each(
                "select vintage, year, digest from release_year where release_id = ? and settings = ?",
                row -> byVintage
                        .computeIfAbsent(row.getString(1), id -> new TreeMap<>())
                        .put(row.getString(2), row.getString(3)),
                release,
                settings);
        SortedMap<String, YearDigests> years = new TreeMap<>();
        byVintage.forEach((id, digests) -> years.put(id, new YearDigests(digests)));
        return years;
    }

    /** Stores the digests of all years of a release, in one statement. */
    void storeYears(String release, String settings, Map<String, YearDigests> vintages) {
        List<String> ids = new ArrayList<>();
        List<String> years = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        vintages.forEach((id, vintage) -> vintage.byYear().forEach((year, digest) -> {
            ids.add(id);
            years.add(year);
            digests.add(digest);
        }));
        database.update(
                "insert into release_year (release_id, settings, vintage, year, digest)"
                        + " select ?, ?, unnest(?::text[]), unnest(?::text[]), unnest(?::text[]) on conflict do nothing",
                release,
                settings,
                ids,
                years,
                digests);
    }
}
