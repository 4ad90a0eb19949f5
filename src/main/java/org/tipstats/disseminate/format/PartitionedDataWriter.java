package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/** Writes data as a ZIP archive of Parquet files, one for each year, in folders such as {@code TIME_PERIOD=2016}. */
final class PartitionedDataWriter implements DataWriter {

    private final ParquetDataWriter files;

    PartitionedDataWriter(DataStyle style) {
        this.files = new ParquetDataWriter(style);
    }

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        Dimension time = selection.dataflow().structure().time();
        int[][] years = years(selection, time);
        StableArchive archive = new StableArchive(out);
        for (int year = 0; year < years.length; year++) {
            DataSelection ofYear = selection.withPlaces(years[year]);
            if (ofYear.size() > 0) {
                String name = time.id() + "=" + time.valueAt(year) + "/"
                        + selection.dataflow().id() + ".parquet";
                archive.add(name, entry -> files.write(ofYear, false, entry));
            }
        }
        archive.finish();
    }

    /** Returns the places of the observations of each year, ascending. */
    private static int[][] years(DataSelection selection, Dimension time) {
        KeySpace space = selection.cube().space();
        int[] counts = new int[time.size()];
        for (int i = selection.from(); i < selection.to(); i++) {
            counts[year(selection, i, space, time)]++;
        }
        int[][] years = new int[counts.length][];
        Arrays.setAll(years, year -> new int[counts[year]]);
        for (int i = selection.to() - 1; i >= selection.from(); i--) {
            int year = year(selection, i, space, time);
            years[year][--counts[year]] = selection.places()[i];
        }
        return years;
    }

    private static int year(DataSelection selection, int i, KeySpace space, Dimension time) {
        return space.position(selection.cube().at(selection.places()[i]).key(), time.position());
    }
}
