package org.tipstats.collect.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/** Stores one draft for each account, round, area and dataflow. */
@Singleton
record EntryDraftRepository(Database database) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader CELLS = JSON.readerFor(new TypeReference<TreeMap<String, String>>() {});

    Optional<EntryDraft> find(UUID account, EntryPart part) {
        return database.first(
                "select version, cells, comments, changed_at from entry_draft"
                        + " where account = ? and round = ? and area = ? and dataflow = ?",
                EntryDraftRepository::read,
                account,
                part.round(),
                part.area(),
                part.dataflow().id());
    }

    private static EntryDraft read(ResultSet row) throws SQLException {
        return new EntryDraft(
                row.getLong(1),
                JsonText.read(CELLS, row.getString(2)),
                JsonText.read(CELLS, row.getString(3)),
                Database.time(row, 4));
    }

    /**
     * Stores the next version of a draft.
     *
     * @return false if another version was stored in the meantime
     */
    boolean store(UUID account, EntryPart part, EntryDraft next) {
        String change = next.version() == 1
                ? " on conflict do nothing"
                : " on conflict (account, round, area, dataflow) do update set version = entry_draft.version + 1,"
                        + " cells = excluded.cells, comments = excluded.comments, cell_count = excluded.cell_count,"
                        + " changed_at = excluded.changed_at"
                        + " where entry_draft.version = excluded.version - 1";
        return database.update(
                        "insert into entry_draft (account, round, area, dataflow, version, cells, comments, cell_count,"
                                + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)" + change,
                        account,
                        part.round(),
                        part.area(),
                        part.dataflow().id(),
                        next.version(),
                        JsonText.write(JSON, next.cells()),
                        JsonText.write(JSON, next.comments()),
                        next.cells().size(),
                        next.changedAt())
                == 1;
    }

    /**
     * Selects the drafts of closed and of deleted rounds. Retention begins when the round is closed, or at a later
     * change of the draft.
     */
    private static final String ENDED =
            " from (select d.*, greatest(d.changed_at, r.closed_at) as ended_at from entry_draft d"
                    + " left join collection_round r on r.id = d.round where r.id is null or r.closed_at is not null) d";

    RetentionStock stock() {
        return new RetentionStock(
                database.number("select count(*)" + ENDED),
                database.number("select coalesce(sum(length(d.cells) + length(d.comments)), 0)" + ENDED),
                database.instant("select min(d.ended_at)" + ENDED).orElse(null));
    }

    /**
     * Deletes drafts of closed and of deleted rounds if their retention began before an instant. Returns the number of
     * deleted drafts.
     */
    long deleteBefore(Instant instant) {
        return database.update(
                "delete from entry_draft where (account, round, area, dataflow) in (select d.account, d.round, d.area,"
                        + " d.dataflow" + ENDED + " where d.ended_at < ?)",
                instant);
    }

    /** Deletes drafts some time after their round is closed. Submitted figures are not affected. */
    @Produces
    @Singleton
    static RetentionRule typedDrafts(EntryDraftRepository drafts, RetentionConfig config) {
        return new RetentionRule(
                "typed-drafts",
                config.typedDrafts(),
                drafts::stock,
                before -> new RetentionDeletion(drafts.deleteBefore(before), 0, List.of()));
    }
}
