package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileDrops;
import org.tipstats.site.file.FileDrops.FileDrop;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the form for submitting files. */
@Singleton
final class UploadPages {

    /**
     * The form for submitting a file.
     *
     * @param areas the areas that the person reports for, in words
     * @param key the idempotency key, so that a form that is sent twice makes only one submission
     */
    record UploadPage(
            List<Fault> faults,
            String areas,
            FileDrop drop,
            String dataflowFault,
            List<Choice> dataflows,
            boolean replaces,
            String key) {}

    /** A dataflow with its templates. */
    record Choice(String id, String name, boolean chosen, String csv, String xlsx) {}

    /**
     * Largest number of areas that the form names. If a person reports for more areas, the form shows only the number.
     */
    private static final int MAX_AREAS_NAMED = 10;

    private final SchemaRegistry schemas;
    private final FileWords words;
    private final FileDrops drops;

    UploadPages(SchemaRegistry schemas, FileWords words, FileDrops drops) {
        this.schemas = schemas;
        this.words = words;
        this.drops = drops;
    }

    /**
     * Makes the form.
     *
     * @param dataflow the id of the chosen dataflow; null if no dataflow is chosen
     * @param key the key of a form that is shown again; null for a new form
     */
    UploadPage page(Actor who, PageTexts t, List<Fault> faults, String dataflow, boolean replaces, String key) {
        return new UploadPage(
                faults,
                areas(who.areasOf(who.source()), t),
                drops.of(faults, t),
                Fault.of("dataflow", faults),
                schemas.submitted().stream()
                        .filter(flow -> who.may(flow.isReference() ? AccountRole.ADMINISTRATOR : AccountRole.SUBMITTER))
                        .map(flow -> choice(flow, dataflow, t))
                        .toList(),
                replaces,
                key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
    }

    private static Choice choice(Dataflow flow, String chosen, PageTexts t) {
        String template = "/api/v1/dataflows/" + flow.id() + "/template";
        String name = t.of(flow.name());
        return new Choice(flow.id(), name, flow.id().equals(chosen), template + ".csv", template + ".xlsx");
    }

    /** Returns the names of the areas; the number of areas if there are too many to name. */
    private String areas(Set<String> codes, PageTexts t) {
        return codes.size() > MAX_AREAS_NAMED
                ? t.say("desk.areas", "n", codes.size())
                : codes.stream()
                        .sorted()
                        .map(code -> words.area(code, t))
                        .collect(Collectors.joining(t.say("filereport.comma")));
    }
}
