package org.tipstats.disseminate.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
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
 * Writes the sheet on coverage. For each area and year of the selection, it has the numbers of figures that have a
 * value, are masked, withheld, missing or not applicable. For groups of areas, it also has the smallest and the largest
 * number of reporting areas, and the smallest and the largest share of the population in them.
 */
final class WorkbookCoverageSheet {

    private static final String[] COLUMNS = {
        "observations",
        "values",
        "zeros",
        "masked",
        "withheld",
        "missing",
        "notApplicable",
        "areas",
        "fewest",
        "most",
        "least",
        "largest"
    };

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

    /** The counts for an area in a year. */
    private static final class Tally {
        private final int[] counts = new int[7];
        private Integer areas;
        private Integer fewest;
        private Integer most;
        private BigDecimal least;
        private BigDecimal largest;

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
        for (String column : COLUMNS) {
            sheet.text(texts.text("coverage." + column), WorkbookDataWriter.HEADER);
        }
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
        for (Integer number : new Integer[] {tally.areas, tally.fewest, tally.most}) {
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
        tally.counts[0]++;
        if (observation.value() != null) {
            tally.counts[1]++;
            tally.counts[2] += observation.value().signum() == 0 ? 1 : 0;
        } else if (statuses.isWithheld(observation)) {
            tally.counts[4]++;
        } else if (statuses.isMasked(observation)) {
            tally.counts[3]++;
        } else if (statuses.missing().contains(observation.status())) {
            tally.counts[5]++;
        } else {
            tally.counts[6]++;
        }
        if (observation.coverage() != null) {
            tally.add(observation.coverage());
        }
    }
}
