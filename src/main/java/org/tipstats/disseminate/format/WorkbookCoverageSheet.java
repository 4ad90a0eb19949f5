package org.tipstats.disseminate.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes the sheet on coverage. For each area and year of the selection, the sheet has the number of all figures, and
 * of the figures that have a value, are zero, masked, withheld, missing or not applicable. For groups of areas, the
 * sheet also has the number of areas, the smallest and the largest number of reporting areas, and the smallest and the
 * largest share of the population that lives in reporting areas. The sheet leaves out figures that are not counts, for
 * example rates.
 */
final class WorkbookCoverageSheet {

    private static final List<String> RANGES = List.of("areas", "fewest", "most", "least", "largest");

    private final DataSelection selection;
    private final Bundle texts;
    private final Statuses statuses;
    private final KeySpace space;
    private final Dimension area;
    private final Dimension time;

    WorkbookCoverageSheet(DataSelection selection, Bundle texts) {
        DataStructure structure = selection.dataflow().structure();
        this.selection = selection;
        this.texts = texts;
        this.statuses = new Statuses(structure);
        this.space = selection.cube().space();
        this.area = structure.area();
        this.time = structure.time();
    }

    /** The counts of a row, in the order of the columns. */
    private enum FigureCount {
        OBSERVATIONS("observations"),
        VALUES("values"),
        ZEROS("zeros"),
        MASKED("masked"),
        WITHHELD("withheld"),
        MISSING("missing"),
        NOT_APPLICABLE("notApplicable");

        private final String column;

        FigureCount(String column) {
            this.column = column;
        }
    }

    /** The counts for an area in a year. */
    private static final class Tally {
        private final int[] counts = new int[FigureCount.values().length];
        private Integer areas;
        private Integer fewest;
        private Integer most;
        private BigDecimal least;
        private BigDecimal largest;

        void count(FigureCount kind) {
            counts[kind.ordinal()]++;
        }

        void add(Coverage coverage) {
            areas = coverage.areas();
            fewest = fewest == null ? coverage.reporting() : Math.min(fewest, coverage.reporting());
            most = most == null ? coverage.reporting() : Math.max(most, coverage.reporting());
            BigDecimal share = coverage.population();
            if (share != null) {
                least = least == null ? share : least.min(share);
                largest = largest == null ? share : largest.max(share);
            }
        }
    }

    void write(SheetWriter sheet) throws IOException {
        sheet.freezeHeader();
        sheet.row()
                .text(area.id(), WorkbookDataWriter.HEADER)
                .text(area.name().inLanguage(texts.language()), WorkbookDataWriter.HEADER)
                .text(time.id(), WorkbookDataWriter.HEADER);
        Stream.concat(Arrays.stream(FigureCount.values()).map(count -> count.column), RANGES.stream())
                .forEach(column -> sheet.text(texts.text("coverage." + column), WorkbookDataWriter.HEADER));
        for (Map.Entry<Long, Tally> entry : tallies().entrySet()) {
            Code code = area.codes().at((int) (entry.getKey() >> 32));
            sheet.row().text(code.id()).text(code.name().inLanguage(texts.language()));
            sheet.number(time.firstYear() + (entry.getKey() & 0xffffffffL), CellStyle.PLAIN);
            write(entry.getValue(), sheet);
        }
    }

    private static void write(Tally tally, SheetWriter sheet) {
        for (int count : tally.counts) {
            sheet.number(count, CellStyle.PLAIN);
        }
        for (Integer number : Arrays.asList(tally.areas, tally.fewest, tally.most)) {
            sheet.number(number == null ? null : BigDecimal.valueOf(number), CellStyle.PLAIN);
        }
        sheet.number(tally.least, CellStyle.PLAIN).number(tally.largest, CellStyle.PLAIN);
    }

    /**
     * Returns the counts by area and year, in the order of the code list. The upper half of a key is the position of
     * the area, the lower half is the position of the year.
     */
    private Map<Long, Tally> tallies() {
        Dimension unit = selection.dataflow().structure().unit();
        Map<Long, Tally> tallies = new TreeMap<>();
        for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
            Observation observation = all.next();
            long key = observation.key();
            if (unit.codes().at(space.position(key, unit.position())).means("COUNT")) {
                long cell = (long) space.position(key, area.position()) << 32 | space.position(key, time.position());
                count(observation, tallies.computeIfAbsent(cell, none -> new Tally()));
            }
        }
        return tallies;
    }

    private void count(Observation observation, Tally tally) {
        tally.count(FigureCount.OBSERVATIONS);
        if (observation.value() == null) {
            tally.count(kindOfEmpty(observation));
        } else {
            tally.count(FigureCount.VALUES);
            if (observation.value().signum() == 0) {
                tally.count(FigureCount.ZEROS);
            }
        }
        if (observation.coverage() != null) {
            tally.add(observation.coverage());
        }
    }

    private FigureCount kindOfEmpty(Observation observation) {
        if (statuses.isWithheld(observation)) {
            return FigureCount.WITHHELD;
        }
        if (statuses.isMasked(observation)) {
            return FigureCount.MASKED;
        }
        return statuses.missing().contains(observation.status()) ? FigureCount.MISSING : FigureCount.NOT_APPLICABLE;
    }
}
