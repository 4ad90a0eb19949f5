package org.tipstats.disseminate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the reference metadata of a dataflow. */
@Path("/api/v1/dataflows/{id}/metadata")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MetadataResource {

    private final SchemaRegistry schemas;
    private final AcceptedMetadata accepted;

    MetadataResource(SchemaRegistry schemas, AcceptedMetadata accepted) {
        this.schemas = schemas;
        this.accepted = accepted;
    }

    @GET
    public MetadataView get(@RestPath String id, @RestQuery String area, @BeanParam LanguageParameters lang) {
        Dataflow dataflow = schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
        ReferenceMetadata metadata = schemas.metadata(id).orElseGet(() -> new ReferenceMetadata(Map.of()));
        MetadataContent national = area == null ? null : national(dataflow, area);
        return MetadataView.from(dataflow, metadata, national, lang.chosen());
    }

    /** Returns an area's metadata on the dataflow; null if there are none. */
    private MetadataContent national(Dataflow dataflow, String area) {
        if (schemas.areas().singleArea(area).isEmpty()) {
            throw ProblemException.parameter(
                    "area",
                    area,
                    "\"" + area + "\" is not the code of a country or area.",
                    Suggestions.ofSingleAreas(schemas.areas()).forText(area));
        }
        MetadataContent content = AcceptedMetadata.effective(accepted.of(area), dataflow.id());
        return content.saysNothing() ? null : content;
    }

    /**
     * The reference metadata of a dataflow in one language. Texts that the schemas do not have are absent.
     *
     * @param threshold the disclosure threshold: the service withholds each count of persons that is above 0 and below
     *     this number, or rounds such counts if they are also below the base of rounding; 0 if the service protects no
     *     counts
     * @param national the area's metadata on the dataflow; absent if there are none, or if the request names no area
     * @param caveats the limitations of the figures, the most important limitation first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MetadataView(
            String dataflow,
            String version,
            String language,
            String name,
            String definition,
            String collection,
            String compilation,
            String confidentiality,
            DisclosureMethod disclosure,
            int threshold,
            List<String> caveats,
            MetadataContent national,
            Licence licence,
            Contact contact) {

        /**
         * The terms of use of the figures.
         *
         * @param url the URL of a standard licence
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Licence(String text, String url) {}

        /** The contact for questions. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Contact(String organisation, String email) {}

        static MetadataView from(
                Dataflow dataflow, ReferenceMetadata metadata, MetadataContent national, String language) {
            return new MetadataView(
                    dataflow.id(),
                    dataflow.version(),
                    language,
                    dataflow.name().inLanguage(language),
                    metadata.firstText("STAT_CONC_DEF")
                            .orElse(dataflow.description())
                            .inLanguage(language),
                    text(metadata.firstText("COLL_METHOD"), language),
                    text(metadata.firstText("DATA_COMP"), language),
                    text(metadata.firstText("CONF_DATA_TR"), language),
                    dataflow.disclosure().method(),
                    dataflow.threshold(),
                    metadata.texts("CAVEAT").stream()
                            .map(caveat -> caveat.inLanguage(language))
                            .toList(),
                    national,
                    new Licence(
                            text(metadata.licence(), language),
                            metadata.licenceUrl().orElse(null)),
                    new Contact(
                            text(metadata.firstText("CONTACT_ORGANISATION"), language),
                            text(metadata.firstText("CONTACT_EMAIL"), language)));
        }

        private static String text(Optional<LocalText> text, String language) {
            return text.map(found -> found.inLanguage(language)).orElse(null);
        }
    }
}
