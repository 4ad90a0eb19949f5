package org.tipstats.upload;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.page.Fault;
import org.tipstats.page.NumberTexts;
import org.tipstats.page.PageTexts;
import org.tipstats.schema.Code;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;

/** Makes the form for files. */
@Singleton
final class UploadPages {

    private static final long MEGABYTE = 1L << 20;

    private final SchemaRegistry schemas;
    private final long largest;

    UploadPages(SchemaRegistry schemas, @ConfigProperty(name = "tipstats.upload.max-size") MemorySize largest) {
        this.schemas = schemas;
        this.largest = largest.asLongValue();
    }

    /** @param dataflow the one chosen; null for none @param key of a form that comes back; null for a new one */
    UploadPage page(Actor who, PageTexts t, List<Fault> faults, String dataflow, boolean replaces, String key) {
        return new UploadPage(
                faults,
                String.join(
                        t.say("filereport.comma"),
                        who.areas().stream().sorted().map(code -> area(code, t)).toList()),
                t.say("upload.hint", "n", new NumberTexts(t).whole(largest / MEGABYTE)),
                of("file", faults),
                of("dataflow", faults),
                schemas.dataflows().stream()
                        .filter(flow -> who.may(flow.isReference() ? Role.ADMINISTRATOR : Role.SUBMITTER))
                        .map(flow -> choice(flow, dataflow, t))
                        .toList(),
                replaces,
                key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
    }

    private static String of(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }

    private static UploadPage.Choice choice(Dataflow flow, String chosen, PageTexts t) {
        String template = "/api/v1/dataflows/" + flow.id() + "/template";
        String name = flow.name().in(t.language());
        return new UploadPage.Choice(flow.id(), name, flow.id().equals(chosen), template + ".csv", template + ".xlsx");
    }

    private String area(String code, PageTexts t) {
        return schemas.areas()
                .find(code)
                .map(Code::name)
                .map(name -> name.in(t.language()))
                .orElse(code);
    }
}
