package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the form for files to check. */
@Singleton
final class CheckPages {

    private final SchemaRegistry schemas;
    private final FileDrops drops;
    private final Optional<FaultyExample.Example> example;

    CheckPages(SchemaRegistry schemas, FileDrops drops) {
        this.schemas = schemas;
        this.drops = drops;
        this.example = FaultyExample.of(schemas.submitted());
    }

    /** A file with faults, to see a report without having a file; none where the schemas make none. */
    Optional<FaultyExample.Example> example() {
        return example;
    }

    /** The dataflow with the id, if files of it are taken. */
    Optional<Dataflow> dataflow(String id) {
        return schemas.submitted().stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /** @param dataflow the one chosen; null for none */
    CheckPage page(List<Fault> faults, String dataflow, PageTexts t) {
        return new CheckPage(
                faults,
                drops.of(faults, t),
                Fault.of("dataflow", faults),
                schemas.submitted().stream()
                        .map(flow -> new CheckPage.Choice(
                                flow.id(),
                                flow.name().in(t.language()),
                                flow.id().equals(dataflow)))
                        .toList(),
                example.isPresent());
    }
}
