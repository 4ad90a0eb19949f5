package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tipstats.collect.rounds.RoundItem.ItemFact;
import org.tipstats.collect.rounds.RoundPart.ItemKey;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads the facts of files about the items of rounds, by one query, or by two if one of several accepted files about an
 * item withdrew figures or declared that there are none.
 */
@ApplicationScoped
class FactRepository {

    /**
     * Selects a row for each file, area and year. An invalid file has no stored values, so it gets a row for each year
     * that it names, and for each area that it names if its sender now submits for the area. A file that a reviewer
     * entered gets rows only for the area of the message. Files from before migration V42 lack this area, so they get
     * rows for all areas that they name.
     */
    private static final String FACTS = """
            select y.area, s.dataflow, y.period, s.id, s.status, s.received_at, y.figures, y.statuses, y.withdrawals,
                   s.warning_count, s.row_count
            from submission s join submission_year y on y.submission_id = s.id
            where s.source = ? and s.status <> 'WITHDRAWN' and s.dataflow = any (?) and y.period = any (?)
              and y.area = any (?)
            union all
            select a.area, s.dataflow, p.period, s.id, s.status, s.received_at, 0, '{}', 0, s.warning_count, s.row_count
            from submission s cross join unnest(s.areas) a (area) cross join unnest(s.periods) p (period)
            where s.source = ? and s.status = 'INVALID' and s.dataflow = any (?) and p.period = any (?)
              and a.area = any (?) and (s.on_behalf and coalesce(s.behalf_area = a.area, true)
                or exists (select from account by where by.id = s.submitted_by and a.area = any (by.areas)))""";

    private static final String HELD = """
            select area, dataflow, period, count(value), array_agg(distinct status) filter (where value is null and status is not null)
            from (select distinct on (v.series_key) v.area, v.dataflow, v.period, v.value, v.status, v.action
                  from submitted_value v join acceptance a on a.submission_id = v.submission_id
                  join unnest(?::text[], ?::text[], ?::text[]) k (area, dataflow, period)
                    on k.area = v.area and k.dataflow = v.dataflow and k.period = v.period
                  where a.source = ? order by v.series_key, a.number desc) held
            where action <> 'D' group by area, dataflow, period""";

    private final Database database;
    private final Statuses statuses;

    FactRepository(Database database, SchemaRegistry schemas) {
        this.database = database;
        this.statuses = new Statuses(schemas.reported().get(0).structure());
    }

    /** Returns the facts about all items that the rounds ask these areas for, by item. */
    Map<ItemKey, List<ItemFact>> facts(Collection<Round> rounds, Collection<String> areas) {
        Set<String> flows = new TreeSet<>();
        Set<String> years = new TreeSet<>();
        rounds.forEach(round -> {
            flows.addAll(round.dataflows());
            years.addAll(round.years());
        });
        Map<ItemKey, List<ItemFact>> facts = new HashMap<>();
        String source = Mandate.OFFICIAL;
        database.each(FACTS, row -> add(row, facts), source, flows, years, areas, source, flows, years, areas);
        correct(facts);
        return facts;
    }

    private void add(ResultSet row, Map<ItemKey, List<ItemFact>> facts) throws SQLException {
        List<String> without = Database.texts(row, 8);
        ItemFact fact = new ItemFact(
                row.getObject(4, UUID.class),
                SubmissionStatus.valueOf(row.getString(5)),
                Database.time(row, 6),
                row.getLong(7) > 0 || without.contains(statuses.suppressed()),
                declares(without),
                row.getLong(9) > 0,
                row.getLong(10),
                row.getLong(11));
        facts.computeIfAbsent(key(row), none -> new ArrayList<>()).add(fact);
    }

    private static ItemKey key(ResultSet row) throws SQLException {
        return new ItemKey(row.getString(1), row.getString(2), row.getString(3));
    }

    private boolean declares(List<String> without) {
        return without.stream().anyMatch(statuses.declared()::contains);
    }

    /**
     * If an accepted file withdrew figures of an item or declared that none exist, and other files about the item were
     * accepted too, limits the facts of these files to what is still in force.
     */
    private void correct(Map<ItemKey, List<ItemFact>> facts) {
        List<ItemKey> changed = facts.entrySet().stream()
                .filter(item -> isChanged(item.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        Map<ItemKey, Left> left = new HashMap<>();
        database.each(
                HELD,
                row -> left.put(key(row), left(row)),
                changed.stream().map(ItemKey::area).toList(),
                changed.stream().map(ItemKey::dataflow).toList(),
                changed.stream().map(ItemKey::year).toList(),
                Mandate.OFFICIAL);
        changed.forEach(key -> facts.get(key).replaceAll(fact -> {
            Left now = left.getOrDefault(key, new Left(false, false));
            return fact.status() == SubmissionStatus.ACCEPTED ? fact.held(now.figures, now.declared) : fact;
        }));
    }

    private static boolean isChanged(List<ItemFact> facts) {
        List<ItemFact> accepted = facts.stream()
                .filter(fact -> fact.status() == SubmissionStatus.ACCEPTED)
                .toList();
        return accepted.size() > 1
                && accepted.stream().anyMatch(fact -> fact.withdraws() || fact.declared() && !fact.figures());
    }

    /**
     * What is in force for an item after all accepted files.
     *
     * @param figures whether figures are in force
     * @param declared whether a declaration that there are no figures is in force
     */
    private record Left(boolean figures, boolean declared) {}

    private Left left(ResultSet row) throws SQLException {
        List<String> without = Database.texts(row, 5);
        boolean figures = row.getLong(4) > 0 || without.contains(statuses.suppressed());
        return new Left(figures, declares(without));
    }
}
