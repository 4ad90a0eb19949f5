package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows for each dataflow which years an area reported, or how many areas of a group reported in each year. */
@Singleton
public final class ReportStrips {

    /**
     * The status of an area in a year, or the number of reporting areas of a group, as a table cell. The cell has a
     * letter or a number and words, so that colour is not the only cue.
     *
     * @param tone a CSS class
     * @param link the URL of the figures; null for a cell without a link
     */
    public record ShownStatus(String letter, String words, String tone, String link) {

        /** Returns all statuses in their order, for the legend of the table. */
        public static List<ShownStatus> all(PageTexts texts) {
            return Stream.of(CoverageStatus.values())
                    .map(status -> of(status, texts))
                    .toList();
        }

        public static ShownStatus of(CoverageStatus status, PageTexts texts) {
            String tone = switch (status) {
                case REPORTED -> "k2";
                case MASKED -> "k1";
                case DECLARED, LATE, NEVER -> "k0";
            };
            String key = "coverage." + status.word();
            return new ShownStatus(texts.say(key + ".letter"), texts.say(key), tone, null);
        }

        /** Returns a copy with a link to the figures. */
        public ShownStatus linkedTo(String figures) {
            return new ShownStatus(letter, words, tone, figures);
        }
    }

    private static final int CLASSES = 5;
    private static final BigDecimal CLASS = new BigDecimal(20);

    private final CoverageService coverage;
    private final SchemaRegistry schemas;

    ReportStrips(CoverageService coverage, SchemaRegistry schemas) {
        this.coverage = coverage;
        this.schemas = schemas;
    }

    /**
     * A table of statuses, with a row for each dataflow and a column for each year.
     *
     * @param years the column heads
     * @param rows the cells of each row
     */
    record Strips(Set<String> years, Map<Dataflow, List<ShownStatus>> rows) {}

    Strips of(ReleaseReference release, Code area, PageTexts texts) {
        Strips strips = new Strips(new LinkedHashSet<>(), new LinkedHashMap<>());
        schemas.bySubject().forEach(flow -> strips.rows().put(flow, new ArrayList<>()));
        if (area.isAreaGroup()) {
            coverage.regions(release, area)
                    .forEach(cell -> add(strips, cell.dataflow(), cell.year(), shown(cell, texts)));
        } else {
            coverage.areas(release, area)
                    .forEach(cell -> add(strips, cell.dataflow(), cell.year(), ShownStatus.of(cell.status(), texts)));
        }
        strips.rows().values().removeIf(List::isEmpty);
        return strips;
    }

    private void add(Strips strips, String dataflow, String year, ShownStatus cell) {
        strips.years().add(year);
        Dataflow row = schemas.dataflow(dataflow).orElseThrow();
        strips.rows().get(row).add(cell);
    }

    private static ShownStatus shown(RegionCoverage cell, PageTexts texts) {
        int reporting = cell.reported() + cell.masked();
        String words = texts.say("coverage.of", "n", reporting, "all", cell.areas());
        return new ShownStatus(texts.numbers().whole(reporting), words, tone(reporting, cell.areaShare()), null);
    }

    /**
     * Returns the CSS class for a share of areas in percent: {@code k0} if no area reported, else {@code k1} to {@code
     * k5}.
     */
    public static String tone(int reporting, BigDecimal share) {
        int fifth = share.divide(CLASS, 0, RoundingMode.CEILING).intValue();
        return reporting == 0 ? "k0" : "k" + Math.max(1, Math.min(CLASSES, fifth));
    }
}
