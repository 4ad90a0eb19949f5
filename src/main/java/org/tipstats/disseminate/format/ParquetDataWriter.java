package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.files.parquet.ParquetColumn;
import org.tipstats.files.parquet.ParquetColumn.Kind;
import org.tipstats.files.parquet.ParquetTable;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Role;

/**
 * Writes data as Parquet: codes as text, years and numbers of areas as integers, values, bounds and percentages as
 * numbers. The footer holds the release, the dataflow, the content hash, the terms of use and the citation.
 */
final class ParquetDataWriter implements DataWriter {

    private static final Set<Role> WHOLE =
            Set.of(Role.N_AREAS, Role.N_REPORTING, Role.N_MASKED, Role.N_PARTS, Role.N_KNOWN);

    private final DataStyle style;

    ParquetDataWriter(DataStyle style) {
        this.style = style;
    }

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        write(selection, true, out);
    }

    /** @param withYear whether the year is a column; false for a file of one year, whose folder names the year */
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
        boolean required = field.required() && !field.numeric();
        if (field.id().equals(structure.time().id())) {
            columns.add(new ParquetColumn<>(
                    field.id(), Kind.INTEGER, true, observation -> Integer.valueOf(field.text(observation))));
        } else if (field.numeric()) {
            boolean whole = structure
                    .attribute(field.id())
                    .filter(attribute -> WHOLE.contains(attribute.role()))
                    .isPresent();
            columns.add(new ParquetColumn<>(field.id(), whole ? Kind.INTEGER : Kind.NUMBER, required, field.value()));
        } else if (style.labels() == LabelStyle.BOTH && field.codes() != null) {
            columns.add(new ParquetColumn<>(field.id(), Kind.TEXT, required, o -> named(field, o, true)));
        } else {
            columns.add(new ParquetColumn<>(field.id(), Kind.TEXT, required, field.value()));
        }
        if (style.labels() == LabelStyle.NAME && field.codes() != null) {
            columns.add(new ParquetColumn<>(field.id() + "_NAME", Kind.TEXT, required, o -> named(field, o, false)));
        }
    }

    private String named(ObservationField field, Observation observation, boolean withCode) {
        String code = field.text(observation);
        if (code == null) {
            return null;
        }
        String name = CodeNames.name(field, code, style.language());
        return withCode ? code + ": " + name : name;
    }

    private Map<String, String> metadata(DataSelection selection) {
        ReleaseReference release = selection.release();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("release", release.id());
        metadata.put("title", release.title());
        if (release.publishedAt() != null) {
            metadata.put("publishedAt", release.publishedAt().toString());
        }
        metadata.put("dataflow", selection.dataflow().identification());
        metadata.put("contentHash", release.contentHash());
        Terms terms = selection.terms();
        metadata.put("terms", terms.address());
        terms.licence(style.language()).ifPresent(text -> metadata.put("licence", text));
        if (terms.licenceUrl() != null) {
            metadata.put("licenceUrl", terms.licenceUrl());
        }
        terms.citation(style.language()).ifPresent(text -> metadata.put("citation", text));
        return metadata;
    }
}
