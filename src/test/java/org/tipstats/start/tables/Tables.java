package org.tipstats.start.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;

/** Small tables for tests, written as {@code "A.F=7"}, {@code "B.F=?"} (hidden) or {@code "C.F=<5"} (masked). */
public final class Tables {

    private static final Path INSTANCES = Path.of("src", "test", "resources", "disclosure");

    private Tables() {}

    public static PublishedTable named(String name, String release, String dimensions, String... cells) {
        return new PublishedTable(
                name,
                release,
                List.of(dimensions.split(" ")),
                Arrays.stream(cells).map(Tables::cell).toList());
    }

    public static PublishedTable table(String dimensions, String... cells) {
        return named("table", "r1", dimensions, cells);
    }

    private static PublishedTable.Cell cell(String text) {
        List<String> codes = List.of(text.substring(0, text.indexOf('=')).split("\\."));
        String count = text.substring(text.indexOf('=') + 1);
        if (count.equals("?")) {
            return PublishedTable.Cell.hidden(codes);
        }
        return count.startsWith("<")
                ? PublishedTable.Cell.masked(codes, Long.parseLong(count.substring(1)) - 1)
                : PublishedTable.Cell.shown(codes, Long.parseLong(count));
    }

    public static AuditReport audit(PublishedTable... tables) {
        return audit(AuditOptions.DEFAULT, tables);
    }

    public static AuditReport audit(AuditOptions options, PublishedTable... tables) {
        return audit(options, List.of(tables), Map.of());
    }

    public static AuditReport audit(
            AuditOptions options, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        return new IntruderAudit(options).audit(TableEquations.of(options, tables, hierarchies));
    }

    /** Returns options of an intruder who does not use some kinds of knowledge. */
    public static AuditOptions without(AuditOptions options, Source... ignored) {
        return new AuditOptions(
                options.lowerBound(), options.largestMasked(), options.truth(), options.revised(), Set.of(ignored));
    }

    /** Returns the recovered cells, for example {@code "A.F=3"}, sorted. */
    public static String recovered(AuditReport report) {
        return report.recoverable().stream()
                .map(cell -> cell.key() + "=" + cell.value().getAsLong())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    /** Returns the rows of an instance without its header, one text for each column. */
    public static List<String[]> instance(String file) {
        try {
            List<String[]> rows = new ArrayList<>();
            for (String line : Files.readAllLines(INSTANCES.resolve(file))) {
                rows.add(line.replace("\"", "").split(","));
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
