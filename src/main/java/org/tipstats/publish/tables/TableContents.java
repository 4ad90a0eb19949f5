package org.tipstats.publish.tables;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn.Kind;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The tables of a release: its figures by dataflow, the code lists, and the components and texts of the dataflows. */
@Singleton
record TableContents(PublishedReleases published, SchemaRegistry schemas) {

    private static final String CODE_LISTS = "codelists";
    private static final String METADATA = "metadata";

    /**
     * Returns all tables, one at a time to save memory. A dataflow without figures in the release has a table without
     * rows.
     */
    Stream<TableContent<?>> of(ReleaseReference release) {
        return Stream.of(
                        schemas.dataflows().stream().map(dataflow -> figures(release, dataflow)),
                        schemas.codeLists().stream().map(TableContents::codes),
                        Stream.of(components(), texts()))
                .flatMap(tables -> tables);
    }

    private TableContent<?> figures(ReleaseReference release, Dataflow dataflow) {
        Cube cube = published.vintage(release, dataflow).cube();
        Dimension time = dataflow.structure().time();
        return new TableContent<>(
                "data",
                dataflow.id(),
                PublishedColumns.of(cube.space()),
                time.id(),
                cube.observations().stream()
                        .collect(Collectors.groupingBy(
                                observation -> cube.space().code(observation.key(), time),
                                TreeMap::new,
                                Collectors.toList())));
    }

    private static TableContent<?> codes(CodeList list) {
        List<ParquetColumn<Code>> columns = new ArrayList<>(List.of(
                new ParquetColumn<>("ID", Kind.TEXT, true, Code::id),
                new ParquetColumn<>("POSITION", Kind.INTEGER, true, Code::position),
                new ParquetColumn<>("PARENT", Kind.TEXT, false, Code::parent),
                new ParquetColumn<>(
                        "MEMBERS",
                        Kind.TEXT,
                        false,
                        code -> code.members().isEmpty() ? null : String.join(" ", code.members()))));
        for (String language : LocalText.LANGUAGES) {
            columns.add(new ParquetColumn<>(
                    "NAME_" + language.toUpperCase(Locale.ROOT),
                    Kind.TEXT,
                    false,
                    code -> code.name().texts().get(language)));
        }
        return whole(CODE_LISTS, list.id(), columns, list.codes());
    }

    private static <R> TableContent<R> whole(
            String namespace, String name, List<ParquetColumn<R>> columns, List<R> rows) {
        return new TableContent<>(namespace, name, columns, null, rows.isEmpty() ? Map.of() : Map.of("", rows));
    }

    /** A component of a dataflow; {@code codeList} is null for years, numbers and texts. */
    private record ComponentRow(String dataflow, String component, int position, String codeList, String name) {}

    private TableContent<?> components() {
        List<ComponentRow> rows = new ArrayList<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            int first = rows.size();
            for (ObservationField field : ObservationField.of(new KeySpace(dataflow.structure()))) {
                rows.add(new ComponentRow(
                        dataflow.id(),
                        field.id(),
                        rows.size() - first,
                        field.codes() == null ? null : field.codes().id(),
                        field.name().inLanguage("en")));
            }
        }
        return whole(
                METADATA,
                "COMPONENTS",
                List.of(
                        new ParquetColumn<>("DATAFLOW", Kind.TEXT, true, ComponentRow::dataflow),
                        new ParquetColumn<>("COMPONENT", Kind.TEXT, true, ComponentRow::component),
                        new ParquetColumn<>("POSITION", Kind.INTEGER, true, ComponentRow::position),
                        new ParquetColumn<>("CODE_LIST", Kind.TEXT, false, ComponentRow::codeList),
                        new ParquetColumn<>("NAME_EN", Kind.TEXT, true, ComponentRow::name)),
                rows);
    }

    /**
     * A text about a dataflow in one language. Each text of an attribute has its own position; its translations share
     * it.
     */
    private record TextRow(String dataflow, String attribute, int position, String language, String text) {}

    private TableContent<?> texts() {
        List<TextRow> rows = new ArrayList<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            schemas.metadata(dataflow.id())
                    .ifPresent(set -> set.attributes().forEach((attribute, texts) -> {
                        for (int i = 0; i < texts.size(); i++) {
                            int position = i;
                            texts.get(i)
                                    .texts()
                                    .forEach((language, text) ->
                                            rows.add(new TextRow(dataflow.id(), attribute, position, language, text)));
                        }
                    }));
        }
        return whole(
                METADATA,
                "TEXTS",
                List.of(
                        new ParquetColumn<>("DATAFLOW", Kind.TEXT, true, TextRow::dataflow),
                        new ParquetColumn<>("ATTRIBUTE", Kind.TEXT, true, TextRow::attribute),
                        new ParquetColumn<>("POSITION", Kind.INTEGER, true, TextRow::position),
                        new ParquetColumn<>("LANGUAGE", Kind.TEXT, true, TextRow::language),
                        new ParquetColumn<>("TEXT", Kind.TEXT, true, TextRow::text)),
                rows);
    }
}
