package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tipstats.site.file.FileDrops.FileDrop;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the form for checking files. */
@Singleton
final class CheckPages {

    /**
     * The heading of a report.
     *
     * @param dataflow the dataflow's id
     * @param about the dataflow's name
     * @param example true for the example file of the service, which forms need not send again
     */
    record CheckedFile(String fileName, String dataflow, String about, boolean example) {}

    /**
     * The form for checking a file.
     *
     * @param dataflowFault the error in the choice of the dataflow; null if the choice is valid
     * @param example true if there is an example file to try
     */
    record CheckPage(
            List<Fault> faults, FileDrop drop, String dataflowFault, List<Choice> dataflows, boolean example) {}

    private final SchemaRegistry schemas;
    private final FileDrops drops;
    private final Optional<FaultyExample.Example> example;

    CheckPages(SchemaRegistry schemas, FileDrops drops) {
        this.schemas = schemas;
        this.drops = drops;
        this.example = FaultyExample.of(schemas.submitted());
    }

    /** Returns a file with errors, so that readers without a file can see a report; empty if the schemas allow none. */
    Optional<FaultyExample.Example> example() {
        return example;
    }

    /** Returns the dataflow with this id if files may be submitted for it. */
    Optional<Dataflow> dataflow(String id) {
        return schemas.submitted().stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /**
     * Makes the form.
     *
     * @param dataflow the id of the chosen dataflow; null if the reader has not chosen one
     */
    CheckPage page(List<Fault> faults, String dataflow, PageTexts t) {
        return new CheckPage(
                faults,
                drops.of(faults, t),
                Fault.of("dataflow", faults),
                schemas.submitted().stream()
                        .map(flow -> new Choice(
                                flow.id(), t.of(flow.name()), flow.id().equals(dataflow)))
                        .toList(),
                example.isPresent());
    }
}
