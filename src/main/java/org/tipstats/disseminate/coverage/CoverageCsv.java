package org.tipstats.disseminate.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.files.csv.CsvColumn;
import org.tipstats.files.csv.CsvStyle;
import org.tipstats.files.csv.CsvTable;

/** Writes the coverage board as CSV. */
final class CoverageCsv {

    static final CsvTable<AreaCoverage> AREAS = new CsvTable<>(List.of(
            CsvColumn.text("DATAFLOW", AreaCoverage::dataflow),
            CsvColumn.text("REF_AREA", AreaCoverage::area),
            CsvColumn.text("TIME_PERIOD", AreaCoverage::year),
            CsvColumn.text("STATUS", row -> row.status().word())));

    static final CsvTable<RegionCoverage> REGIONS = new CsvTable<>(List.of(
            CsvColumn.text("DATAFLOW", RegionCoverage::dataflow),
            CsvColumn.text("REF_AREA", RegionCoverage::region),
            CsvColumn.text("TIME_PERIOD", RegionCoverage::year),
            CsvColumn.number("AREAS", RegionCoverage::areas),
            CsvColumn.number("REPORTED", RegionCoverage::reported),
            CsvColumn.number("MASKED", RegionCoverage::masked),
            CsvColumn.number("LATE", RegionCoverage::late),
            CsvColumn.number("NEVER", RegionCoverage::never),
            CsvColumn.number("AREA_SHARE", RegionCoverage::areaShare),
            CsvColumn.number("POPULATION_SHARE", RegionCoverage::populationShare)));

    static final CsvTable<Overlap> OVERLAPS = new CsvTable<>(List.of(
            CsvColumn.text("KIND", row -> row.kind().word()),
            CsvColumn.text("REF_AREA", Overlap::area),
            CsvColumn.text("TIME_PERIOD", Overlap::year),
            CsvColumn.text("SAME", row -> row.same() == null ? null : row.same().toString()),
            CsvColumn.text("DATAFLOW_1", row -> row.figures().get(0).dataflow()),
            CsvColumn.text("KEY_1", row -> key(row.figures().get(0))),
            CsvColumn.number("OBS_VALUE_1", row -> row.figures().get(0).value()),
            CsvColumn.text("OBS_STATUS_1", row -> row.figures().get(0).status()),
            CsvColumn.text("SOURCE_AGENCY_1", row -> row.figures().get(0).agency()),
            CsvColumn.text("DATAFLOW_2", row -> row.figures().get(1).dataflow()),
            CsvColumn.text("KEY_2", row -> key(row.figures().get(1))),
            CsvColumn.number("OBS_VALUE_2", row -> row.figures().get(1).value()),
            CsvColumn.text("OBS_STATUS_2", row -> row.figures().get(1).status()),
            CsvColumn.text("SOURCE_AGENCY_2", row -> row.figures().get(1).agency())));

    private CoverageCsv() {}

    private static String key(Overlap.OverlapFigure figure) {
        return figure.key().entrySet().stream().map(Map.Entry::getValue).collect(Collectors.joining("."));
    }

    static <T> String text(CsvTable<T> table, List<T> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 32);
        try {
            table.write(rows.iterator(), CsvStyle.STANDARD, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
