package org.tipstats.sdmx.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.sdmx.artefact.MetadataMessage;
import org.tipstats.sdmx.artefact.MetadataSet;
import org.tipstats.sdmx.artefact.PartialSchemes;
import org.tipstats.sdmx.artefact.StructureMessage;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.MetadataQuery;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.StructureQuery;

/**
 * Answers queries for structural and reference metadata. Metadata of the schemas do not change until the service
 * restarts; metadata of areas change when reviewers accept a new version or an area confirms a version.
 */
@ApplicationScoped
class StructureService {

    private static final long CACHE_BYTES = 32L << 20;

    private final Catalogue catalogue;
    private final NationalSets national;
    private final Cache<String, SdmxReply> answers = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((String key, SdmxReply reply) -> 2 * key.length() + reply.length())
            .build();

    /** The instant of the first use of this service. Since then the structures have not changed. */
    private final Instant since;

    StructureService(Catalogue catalogue, NationalSets national, Clock clock) {
        this.catalogue = catalogue;
        this.national = national;
        this.since = clock.instant();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Returns the requested artefacts. Throws 404 if there are none, or none that the format can hold. Replies are kept
     * in memory, because they do not change until the service restarts.
     */
    SdmxReply answer(SdmxRequest request) {
        StructureQuery query = StructureQuery.of(request);
        StructureFormat format = FormatChoice.ofStructures(request, query.types());
        String key = request.root() + request.address() + "|" + format + "|" + request.languages();
        SdmxReply kept = answers.getIfPresent(key);
        if (kept == null) {
            kept = write(request, format, query);
            answers.put(key, kept);
        }
        return kept;
    }

    private SdmxReply write(SdmxRequest request, StructureFormat format, StructureQuery query) {
        List<Artefact> found = query.versions()
                .of(catalogue.select(artefact -> query.types().contains(artefact.type())
                        && format.canHold(artefact.type())
                        && query.agencies().wants(artefact.agency())
                        && query.ids().wants(artefact.id())));
        Set<String> items = query.items();
        List<Artefact> asked = withItems(found, items);
        if (asked.isEmpty()) {
            throw SdmxProblems.noResults("There is no such artefact.");
        }
        return write(request, format, asked, query.references().of(found, items, catalogue), query.detail());
    }

    private static List<Artefact> withItems(List<Artefact> found, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return found;
        }
        return found.stream()
                .filter(artefact -> artefact.hasAny(wanted))
                .map(artefact -> artefact.partial(wanted::contains, false))
                .toList();
    }

    /** Writes a message with the requested artefacts and the artefacts to which they are related. */
    SdmxReply write(
            SdmxRequest request, StructureFormat format, List<Artefact> asked, List<Artefact> referred, Detail detail) {
        List<StructureMessage.Part> parts = StructureMessage.parts(asked, referred, detail);
        if (detail == Detail.REFERENCEPARTIAL) {
            parts = new PartialSchemes(parts, catalogue).parts();
        }
        StructureMessage message = new StructureMessage(
                header("STR_", request),
                parts,
                request.languages(),
                request.root() + request.surface().entry());
        return reply(format.mediaType(), out -> format.write(message, out));
    }

    private Header header(String prefix, SdmxRequest request) {
        return header(prefix + EntityTags.of(request.address()).substring(0, 16));
    }

    /**
     * Answers {@code /metadata/metadataset|metadataflow|structure/…} with the matching sets of reference metadata, both
     * those of the schemas and the accepted ones of areas; 404 if there are none.
     */
    SdmxReply metadata(SdmxRequest request) {
        MetadataQuery query = MetadataQuery.of(request);
        FormatChoice.requireMetadata(request);
        List<MetadataSet> all = new ArrayList<>(catalogue.metadataSets());
        all.addAll(national.all());
        List<MetadataSet> sets = query.select(all, catalogue);
        if (sets.isEmpty()) {
            throw SdmxProblems.noResults("There are no such reference metadata.");
        }
        MetadataMessage message = new MetadataMessage(
                header("META_", request),
                sets,
                request.languages(),
                query.stubs(),
                request.root() + request.surface().entry());
        Instant changed = national.lastChange().filter(since::isBefore).orElse(since);
        return reply(MetadataMessage.MEDIA_TYPE, changed, message::write);
    }

    Header header(String id) {
        return new Header(id, catalogue.prepared(), sender());
    }

    /** Returns a reply that stays the same until the service restarts. */
    SdmxReply reply(String mediaType, SdmxReply.Body body) {
        return reply(mediaType, since, body);
    }

    private static SdmxReply reply(String mediaType, Instant changed, SdmxReply.Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        Uncheck.run(() -> body.writeTo(out));
        return new SdmxReply(mediaType, out.toByteArray(), changed);
    }

    /** Returns the id of the organisation that sends messages: the first data provider. */
    String sender() {
        String provider = catalogue.providers().stream().findFirst().orElse("unknown");
        return provider.substring(provider.indexOf(',') + 1);
    }
}
