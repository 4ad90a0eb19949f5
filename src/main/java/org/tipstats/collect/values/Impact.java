package org.tipstats.collect.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The changes that a submission's rows would make to the current figures. Compares OBS_VALUE and OBS_STATUS only. Lists
 * are in key order.
 *
 * @param held the accepted figures that the rows are compared with
 * @param withdrawn the keys of the figures that would be withdrawn
 */
public record Impact(
        Cube held,
        List<Change> added,
        List<Change> changed,
        List<Change> removed,
        long unchanged,
        List<Long> withdrawn) {

    /** @param replace true if the rows replace all figures of their areas and periods */
    public static Impact of(Cube held, List<ValidatedRow> rows, boolean replace) {
        Map<Long, ValidatedRow> named = new HashMap<>();
        TreeSet<Long> withdrawn = new TreeSet<>();
        for (ValidatedRow row : rows) {
            if (row.action() == Action.DELETE) {
                withdrawn.addAll(matching(held, row));
            } else {
                named.put(row.packed(), row);
            }
        }
        if (replace) {
            withdrawn.addAll(unnamed(held, named));
        }
        withdrawn.removeAll(named.keySet());
        return compare(held, new TreeMap<>(named), withdrawn);
    }

    private static Impact compare(Cube held, TreeMap<Long, ValidatedRow> named, TreeSet<Long> withdrawn) {
        KeySpace space = held.space();
        List<Change> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        long unchanged = 0;
        for (Map.Entry<Long, ValidatedRow> entry : named.entrySet()) {
            Change.Figure now = figure(entry.getValue());
            Observation before = held.find(entry.getKey()).orElse(null);
            if (before == null) {
                added.add(new Change(space.codes(entry.getKey()), null, now, null));
            } else if (figure(before).equals(now)) {
                unchanged++;
            } else {
                changed.add(change(space.codes(entry.getKey()), figure(before), now));
            }
        }
        List<Change> removed = withdrawn.stream()
                .map(key -> new Change(space.codes(key), figure(held.find(key).orElseThrow()), null, null))
                .toList();
        return new Impact(held, added, changed, removed, unchanged, List.copyOf(withdrawn));
    }

    private static Change change(Map<String, String> key, Change.Figure old, Change.Figure now) {
        BigDecimal relative = null;
        if (old.value() != null && now.value() != null && old.value().signum() != 0) {
            relative = now.value().subtract(old.value()).divide(old.value(), 4, RoundingMode.HALF_UP);
        }
        return new Change(key, old, now, relative);
    }

    private static Change.Figure figure(Observation observation) {
        return new Change.Figure(observation.value(), observation.status());
    }

    private static Change.Figure figure(ValidatedRow row) {
        return new Change.Figure(row.value() == null ? null : BigDecimal.valueOf(row.value()), row.status());
    }

    /** Returns the keys of the accepted figures that a row withdraws. An empty code in the row stands for any code. */
    private static List<Long> matching(Cube held, ValidatedRow row) {
        if (!row.isPattern()) {
            return held.find(row.packed()).map(Observation::key).stream().toList();
        }
        String[] codes = row.key().split("\\.", -1);
        KeySpace space = held.space();
        List<Dimension> given = space.structure().dimensions().stream()
                .filter(dimension -> !codes[dimension.position()].isEmpty())
                .toList();
        return held.observations().stream()
                .map(Observation::key)
                .filter(key -> matches(space, key, given, codes))
                .toList();
    }

    private static boolean matches(KeySpace space, long key, List<Dimension> given, String[] codes) {
        for (Dimension dimension : given) {
            if (!codes[dimension.position()].equals(space.code(key, dimension))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the keys of accepted figures that no row names, although they belong to areas and periods of the rows.
     */
    private static List<Long> unnamed(Cube held, Map<Long, ValidatedRow> named) {
        KeySpace space = held.space();
        int area = space.structure().area().position();
        int time = space.structure().time().position();
        Set<Long> blocks = named.keySet().stream()
                .map(key -> areaAndPeriod(space, key, area, time))
                .collect(Collectors.toSet());
        return held.observations().stream()
                .map(Observation::key)
                .filter(key -> !named.containsKey(key) && blocks.contains(areaAndPeriod(space, key, area, time)))
                .toList();
    }

    private static long areaAndPeriod(KeySpace space, long key, int area, int time) {
        return (long) space.position(key, area) << 32 | space.position(key, time);
    }

    /**
     * The impact of a submission as the API shows it: each kind of change with its exact count and one page of items.
     */
    public record ImpactView(Changes added, Changes changed, Changes removed, Count unchanged) {

        /**
         * Changes of one kind.
         *
         * @param next path and query of the next page, or null
         */
        @Schema(name = "ImpactChanges")
        record Changes(@JsonProperty("count") long total, List<Change> items, String next) {}

        @Schema(name = "ImpactCount")
        record Count(long count) {}

        public static ImpactView from(Impact impact, PageRequest page, String path) {
            return new ImpactView(
                    changes(impact.added(), page, path),
                    changes(impact.changed(), page, path),
                    changes(impact.removed(), page, path),
                    new Count(impact.unchanged()));
        }

        private static Changes changes(List<Change> all, PageRequest request, String path) {
            Page<Change> page = Page.slice(all, request, path);
            return new Changes(all.size(), page.items(), page.next());
        }
    }

    /**
     * One observation that a submission would change.
     *
     * @param key codes by dimension id
     * @param old the current figure; null if there is none
     * @param now the figure after acceptance (JSON field {@code new}); null if the figure would be withdrawn
     * @param relativeChange (new - old) / old with four decimals; null if either value is missing or the old value is 0
     */
    @Schema(name = "ImpactChange")
    public record Change(
            Map<String, String> key,
            Figure old,

            @JsonProperty("new") Figure now,

            BigDecimal relativeChange) {

        /** A value with its status, as the data give them. */
        @Schema(name = "ImpactFigure")
        public record Figure(
                @JsonProperty("OBS_VALUE") BigDecimal value,

                @JsonProperty("OBS_STATUS") String status) {}
    }
}
