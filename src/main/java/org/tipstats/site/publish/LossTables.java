package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Makes tables of withheld figures from the checks of a release. The first table counts figures by how far they are
 * broken down. The second lists the withheld totals. The third counts figures by region.
 */
@Singleton
record LossTables(SchemaRegistry schemas, FileWords words) {

    /**
     * A table.
     *
     * @param heads the heads of all columns
     * @param isNumeric true if all cells except the first are numbers
     */
    record LossTable(String id, String caption, List<String> heads, boolean isNumeric, List<LossPart> parts) {}

    /** @param name the heading above the rows; null for no heading */
    record LossPart(String name, List<LossRow> rows) {}

    record LossRow(String name, List<String> cells) {}

    private static final int PERCENT = 2;

    /** Returns the tables that are not empty. */
    List<LossTable> of(ReleaseChecks checks, PageTexts t) {
        return Stream.of(
                        ranks(items(checks, "protection-by-rank"), t),
                        totals(items(checks, "withheld-totals"), t),
                        regions(items(checks, "regions"), t))
                .filter(table -> !table.parts().isEmpty())
                .toList();
    }

    static List<Map<String, Object>> items(ReleaseChecks checks, String id) {
        return checks.checks().stream()
                .filter(check -> check.id().equals(id))
                .flatMap(check -> check.items().stream())
                .toList();
    }

    private LossTable ranks(List<Map<String, Object>> items, PageTexts t) {
        List<String> columns = List.of("figures", "withheld", "share", "valueShare");
        List<String> heads = new ArrayList<>(Stream.of("level", "figures", "withheld", "share", "value")
                .map(head -> t.say("losses." + head))
                .toList());
        addComparison(heads, items, t);
        List<LossPart> parts = parts(
                items,
                item -> words.dataflow(text(item, "dataflow"), t) + " · " + owners(item, t),
                item -> row(rank(item, t), item, columns, "withheld", t));
        return new LossTable("losses-ranks", t.say("losses.ranks"), heads, true, parts);
    }

    /** Says whether the numbers of an item are about figures of single areas or about figures of groups of areas. */
    static String owners(Map<String, Object> item, PageTexts t) {
        return t.say(item.get("of").equals("areas") ? "losses.national" : "losses.aggregate");
    }

    private String rank(Map<String, Object> item, PageTexts t) {
        String rank = text(item, "rank");
        return t.has("losses.rank." + rank)
                ? t.say("losses.rank." + rank)
                : dimensions(text(item, "dataflow")).stream()
                        .filter(dimension -> dimension.id().equals(rank))
                        .findFirst()
                        .map(dimension -> t.of(dimension.name()))
                        .orElse(rank);
    }

    private LossTable regions(List<Map<String, Object>> items, PageTexts t) {
        List<String> columns = List.of("cells", "withheld", "share", "memberCells", "membersWithheld", "membersShare");
        List<String> heads = new ArrayList<>(List.of(t.say("losses.region"), t.say("losses.own")));
        heads.addAll(List.of(t.say("losses.withheld"), t.say("losses.share"), t.say("losses.members")));
        heads.addAll(List.of(t.say("losses.withheld"), t.say("losses.share")));
        addComparison(heads, items, t);
        List<LossRow> rows = items.stream()
                .map(item -> row(words.area(text(item, "REF_AREA"), t), item, columns, "membersWithheld", t))
                .toList();
        List<LossPart> parts = rows.isEmpty() ? List.of() : List.of(new LossPart(null, rows));
        return new LossTable("losses-regions", t.say("losses.regions"), heads, true, parts);
    }

    private LossTable totals(List<Map<String, Object>> items, PageTexts t) {
        List<LossPart> parts = parts(
                items,
                item -> words.dataflow(text(item, "dataflow"), t),
                item -> new LossRow(figure(item, t), List.of(t.say("withheld.reason." + text(item, "reason")))));
        List<String> heads = List.of(t.say("losses.total"), t.say("withheld.why"));
        return new LossTable("losses-totals", t.say("losses.totals"), heads, false, parts);
    }

    /** Describes a total by the names of its codes. */
    private String figure(Map<String, Object> item, PageTexts t) {
        String[] codes = text(item, "key").split("\\.");
        List<String> names = new ArrayList<>();
        for (Dimension dimension : dimensions(text(item, "dataflow"))) {
            String code = codes[dimension.position()];
            if (dimension.isTime()) {
                names.add(code);
            } else if (dimension.role() != Role.FREQUENCY && dimension.role() != Role.UNIT) {
                dimension
                        .codes()
                        .find(code)
                        .filter(one -> !one.isTotal())
                        .ifPresent(one -> names.add(t.of(one.name())));
            }
        }
        return String.join(" · ", names);
    }

    private List<Dimension> dimensions(String dataflow) {
        Optional<Dataflow> found = schemas.dataflow(dataflow);
        return found.map(flow -> flow.structure().dimensions()).orElse(List.of());
    }

    private static List<LossPart> parts(
            List<Map<String, Object>> items,
            Function<Map<String, Object>, String> name,
            Function<Map<String, Object>, LossRow> row) {
        Map<String, List<LossRow>> parts = new LinkedHashMap<>();
        items.forEach(item -> parts.computeIfAbsent(name.apply(item), none -> new ArrayList<>())
                .add(row.apply(item)));
        return parts.entrySet().stream()
                .map(part -> new LossPart(part.getKey(), part.getValue()))
                .toList();
    }

    /**
     * If any item has numbers of the previous release, adds the heads of two columns: these numbers, and the
     * differences to them.
     */
    private static void addComparison(List<String> heads, List<Map<String, Object>> items, PageTexts t) {
        items.stream()
                .flatMap(item -> Stream.ofNullable((Map<?, ?>) item.get("before")))
                .findFirst()
                .ifPresent(before -> {
                    heads.add(t.say("losses.before", "release", before.get("release")));
                    heads.add(t.say("losses.difference"));
                });
    }

    /** @param compared the column whose number is compared with the previous release */
    private static LossRow row(
            String name, Map<String, Object> item, List<String> columns, String compared, PageTexts t) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(item, column, t)));
        if (item.get("before") instanceof Map<?, ?> before && item.get("difference") instanceof Map<?, ?> change) {
            cells.add(cell(before, compared, t));
            cells.add(cell(change, compared, t));
        }
        return new LossRow(name, cells);
    }

    private static String cell(Map<?, ?> item, String column, PageTexts t) {
        return column.toLowerCase(Locale.ROOT).endsWith("share")
                ? percent(item, column, t)
                : t.numbers().exact(new BigDecimal(String.valueOf(item.get(column))));
    }

    static String percent(Map<?, ?> item, String column, PageTexts t) {
        BigDecimal percent = new BigDecimal(String.valueOf(item.get(column)))
                .movePointRight(PERCENT)
                .setScale(1, RoundingMode.HALF_UP);
        return t.say("figures.percent", "n", t.numbers().exact(percent));
    }

    private static String text(Map<String, Object> item, String name) {
        return String.valueOf(item.get(name));
    }
}
