package org.tipstats.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/** The index of the real schemas and the sample data, made without a database. */
final class SearchWorld {

    private static final Set<String> SAMPLES =
            Set.of("VICTIMS", "PERSONS", "OFFENCES", "VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION");

    static final Map<String, Cube> CUBES = SAMPLES.stream().collect(Collectors.toMap(id -> id, SampleCubes::compiled));

    static final ReleaseIndex INDEX = index();

    private SearchWorld() {}

    static ReleaseIndex index() {
        List<SearchDocument> documents =
                new ArrayList<>(FigureSource.documents(SampleCubes.SCHEMAS, SearchWorld::cube));
        documents.addAll(new AreaSource(SampleCubes.SCHEMAS).documents(Optional.empty()));
        documents.addAll(new PageSource(SampleCubes.SCHEMAS).documents(Optional.empty()));
        documents.addAll(new StructureSource(SampleCubes.SCHEMAS).documents(Optional.empty()));
        documents.sort(Comparator.comparing(SearchDocument::kind));
        return new ReleaseIndex(documents);
    }

    private static Cube cube(Dataflow flow) {
        return CUBES.getOrDefault(flow.id(), Cube.empty(new KeySpace(flow.structure())));
    }
}
