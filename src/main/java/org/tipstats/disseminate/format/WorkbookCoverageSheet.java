package org.tipstats.disseminate.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
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
 * Writes the sheet on coverage. For each area and year of the selection, the sheet has the numbers of figures that have
 * a value, are masked, withheld, missing or not applicable. For groups of areas, the sheet also has the smallest and
 * the largest number of reporting areas, and the smallest and the largest share of the population that lives in
 * reporting areas. The sheet leaves out figures that are not counts, for example rates.
 */
final class WorkbookCoverageSheet {

    private static final List<String> COUNTS =
            List.of("observations", "values", "zeros", "masked", "withheld", "missing", "notApplicable");
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

    /** The counts for an area in a year. */
    private static final class Tally {
        private final Map<String, Integer> counts = new HashMap<>();
        private BigDecimal areas;
        private BigDecimal fewest;
        private BigDecimal most;
        private BigDecimal least;
        private BigDecimal largest;

        void count(String kind) {
            counts.merge(kind, 1, Integer::sum);
        }

        void add(Coverage coverage) {
            areas = BigDecimal.valueOf(coverage.areas());
            BigDecimal reporting = BigDecimal.valueOf(coverage.reporting());
            fewest = fewest == null ? reporting : fewest.min(reporting);
            most = most == null ? reporting : most.max(reporting);
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
        Stream.concat(COUNTS.stream(), RANGES.stream())
                .forEach(column -> sheet.text(texts.text("coverage." + column), WorkbookDataWriter.HEADER));
        for (Map.Entry<Long, Tally> entry : tallies().entrySet()) {
            Code code = area.codes().at((int) (entry.getKey() >> 32));
            sheet.row().text(code.id()).text(code.name().inLanguage(texts.language()));
            sheet.number(time.firstYear() + (entry.getKey() & 0xffffffffL), CellStyle.PLAIN);
            write(entry.getValue(), sheet);
        }
    }

    private static void write(Tally tally, SheetWriter sheet) {
        for (String kind : COUNTS) {
            sheet.number(tally.counts.getOrDefault(kind, 0), CellStyle.PLAIN);
        }
        for (BigDecimal number : Arrays.asList(tally.areas, tally.fewest, tally.most, tally.least, tally.largest)) {
            sheet.number(number, CellStyle.PLAIN);
        }
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
        tally.count("observations");
        if (observation.value() == null) {
            tally.count(kindOfEmpty(observation));
        } else {
            tally.count("values");
            if (observation.value().signum() == 0) {
                tally.count("zeros");
            }
        }
        if (observation.coverage() != null) {
            tally.add(observation.coverage());
        }
    }

    private String kindOfEmpty(Observation observation) {
        if (statuses.isWithheld(observation)) {
            return "withheld";
        }
        if (statuses.isMasked(observation)) {
            return "masked";
        }
        return statuses.missing().contains(observation.status()) ? "missing" : "notApplicable";
    }
}
