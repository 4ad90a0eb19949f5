package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.AreaCoverage;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaPages.Strip;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows for each dataflow which years an area reported, or how many areas of a group reported in each year. */
@Singleton
public final class ReportStrips {

    /**
     * The status of an area in a year, as a table cell: a letter and words, so that colour is not the only cue.
     *
     * @param tone a CSS class
     * @param link the URL of the figures; null if there are no figures
     */
    public record ShownStatus(String letter, String words, String tone, String link) {

        public static ShownStatus of(CoverageStatus status, PageTexts texts) {
            return linked(status, null, texts);
        }

        public static ShownStatus linked(CoverageStatus status, String link, PageTexts texts) {
            String tone = switch (status) {
                case REPORTED -> "k2";
                case MASKED -> "k1";
                case LATE, NEVER -> "k0";
            };
            String key = "coverage." + status.word();
            return new ShownStatus(texts.say(key + ".letter"), texts.say(key), tone, link);
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

    /** A table with a row for each dataflow and a column for each year. */
    record Strips(List<String> years, List<Strip> rows) {}

    Strips of(ReleaseReference release, Code area, PageTexts texts) {
        if (area.isAreaGroup()) {
            List<RegionCoverage> cells = coverage.regions(release, area);
            return new Strips(
                    cells.stream().map(RegionCoverage::year).distinct().toList(),
                    rows(
                            cells.stream()
                                    .collect(Collectors.groupingBy(
                                            RegionCoverage::dataflow,
                                            LinkedHashMap::new,
                                            Collectors.mapping(cell -> shown(cell, texts), Collectors.toList()))),
                            texts));
        }
        List<AreaCoverage> cells = coverage.areas(release, area);
        return new Strips(
                cells.stream().map(AreaCoverage::year).distinct().toList(),
                rows(
                        cells.stream()
                                .collect(Collectors.groupingBy(
                                        AreaCoverage::dataflow,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                cell -> ShownStatus.of(cell.status(), texts), Collectors.toList()))),
                        texts));
    }

    private List<Strip> rows(Map<String, List<ShownStatus>> cells, PageTexts texts) {
        return cells.entrySet().stream()
                .map(entry -> new Strip(
                        texts.of(schemas.dataflow(entry.getKey())
                                .map(Dataflow::name)
                                .orElseThrow()),
                        entry.getValue()))
                .toList();
    }

    private static ShownStatus shown(RegionCoverage cell, PageTexts texts) {
        int reporting = cell.reported() + cell.masked();
        String words = texts.say("coverage.of", "n", reporting, "all", cell.areas());
        return new ShownStatus(texts.numbers().whole(reporting), words, tone(reporting, cell.areaShare()), null);
    }

    /** Returns the CSS class of a share. There is one class for zero and one class for each fifth above zero. */
    public static String tone(int reporting, BigDecimal share) {
        int fifth = share.divide(CLASS, 0, RoundingMode.CEILING).intValue();
        return reporting == 0 ? "k0" : "k" + Math.max(1, Math.min(CLASSES, fifth));
    }
}
