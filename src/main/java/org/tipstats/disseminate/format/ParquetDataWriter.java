package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.ReleaseBundle.StableArchive;
import org.tipstats.files.parquet.ParquetTable;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn.Kind;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.tables.PublishedColumns;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes data as Parquet. Codes are text. Years and numbers of areas or parts are integers. Values, bounds and
 * percentages are decimal numbers. The footer holds the release, the dataflow, the content hash, the terms of use and
 * the citation.
 */
record ParquetDataWriter(DataStyle style) implements DataWriter {

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        write(selection, true, out);
    }

    /**
     * @param withYear whether the year is a column; false for a file of one year, because the name of its folder has
     * the year
     */
    void write(DataSelection selection, boolean withYear, OutputStream out) throws IOException {
        List<ParquetColumn<Observation>> columns = new ArrayList<>();
        String time = selection.dataflow().structure().time().id();
        for (ObservationField field : selection.fields()) {
            if (withYear || !field.id().equals(time)) {
                add(field, selection.dataflow().structure(), columns);
            }
        }
        new ParquetTable<>(selection.dataflow().id(), columns, metadata(selection))
                .write(selection.observations(), out);
    }

    private void add(ObservationField field, DataStructure structure, List<ParquetColumn<Observation>> columns) {
        ParquetColumn<Observation> plain = PublishedColumns.of(field, structure);
        boolean named = field.codes() != null;
        columns.add(
                named && style.labels() == LabelStyle.BOTH
                        ? new ParquetColumn<>(field.id(), Kind.TEXT, plain.required(), o -> style.label(field, o, true))
                        : plain);
        if (named && style.labels() == LabelStyle.NAME) {
            columns.add(new ParquetColumn<>(
                    field.id() + "_NAME", Kind.TEXT, plain.required(), o -> style.label(field, o, false)));
        }
    }

    private Map<String, String> metadata(DataSelection selection) {
        ReleaseReference release = selection.release();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("release", release.id());
        metadata.put("title", release.titles().inLanguage(style.language()));
        if (release.publishedAt() != null) {
            metadata.put("publishedAt", release.publishedAt().toString());
        }
        metadata.put("dataflow", selection.dataflow().identification());
        metadata.put("contentHash", release.contentHash());
        metadata.putAll(selection.terms().named(style.language()));
        return metadata;
    }

    /** Writes data as a ZIP archive with a Parquet file for each year, in folders such as {@code TIME_PERIOD=2016}. */
    record PartitionedDataWriter(ParquetDataWriter files) implements DataWriter {

        @Override
        public void write(DataSelection selection, OutputStream out) throws IOException {
            Dimension time = selection.dataflow().structure().time();
            KeySpace space = selection.cube().space();
            IntStream.Builder[] years = new IntStream.Builder[time.size()];
            for (int i = selection.from(); i < selection.to(); i++) {
                int place = selection.places()[i];
                int year = space.position(selection.cube().at(place).key(), time.position());
                if (years[year] == null) {
                    years[year] = IntStream.builder();
                }
                years[year].add(place);
            }
            StableArchive archive = new StableArchive(out);
            for (int year = 0; year < years.length; year++) {
                if (years[year] != null) {
                    DataSelection ofYear =
                            selection.withPlaces(years[year].build().toArray());
                    String name = time.id() + "=" + time.valueAt(year) + "/"
                            + selection.dataflow().id() + ".parquet";
                    archive.add(name, entry -> files.write(ofYear, false, entry));
                }
            }
            archive.finish();
        }
    }
}
