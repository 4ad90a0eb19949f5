package org.tipstats.sdmx.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.sdmx.artefact.PartialSchemes;
import org.tipstats.sdmx.artefact.StructureMessage;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.StructureQuery;

/** Answers queries for structural metadata. Structural metadata do not change until the service restarts. */
@ApplicationScoped
class StructureService {

    private static final long CACHE_BYTES = 32L << 20;

    private final Catalogue catalogue;
    private final Cache<String, SdmxReply> answers = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((String key, SdmxReply reply) -> 2 * key.length() + reply.length())
            .build();

    /** The instant at which the service started and read the structures. */
    private final Instant since;

    StructureService(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.since = clock.instant();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Returns the requested artefacts. Throws 404 if there are none. Replies are kept in memory, because they do not
     * change until the service restarts.
     */
    SdmxReply answer(SdmxRequest request, StructureQuery query) {
        StructureFormat format = FormatChoice.ofStructures(request);
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
        List<Artefact> partial = new ArrayList<>();
        for (Artefact artefact : found) {
            if (artefact.hasAny(wanted)) {
                partial.add(artefact.partial(wanted::contains, false));
            }
        }
        return partial;
    }

    /** Writes a message with the requested artefacts and the artefacts to which they are related. */
    SdmxReply write(
            SdmxRequest request, StructureFormat format, List<Artefact> asked, List<Artefact> referred, Detail detail) {
        List<StructureMessage.Part> parts = StructureMessage.parts(asked, referred, detail);
        if (detail == Detail.REFERENCEPARTIAL) {
            parts = new PartialSchemes(parts, catalogue).parts();
        }
        StructureMessage message = new StructureMessage(
                header("STR_" + EntityTags.of(request.address()).substring(0, 16)),
                parts,
                request.languages(),
                request.root() + request.surface().entry());
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try {
            format.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply(format.mediaType(), out.toByteArray());
    }

    /** Returns the header of a message about structures. */
    Header header(String id) {
        return new Header(id, catalogue.prepared(), sender());
    }

    /** Returns a reply that stays the same until the service restarts. */
    SdmxReply reply(String mediaType, byte[] body) {
        return new SdmxReply(mediaType, EntityTags.of(body), since, SdmxReply.Body.of(body));
    }

    /** Returns the id of the organisation that sends messages: the first data provider. */
    String sender() {
        String provider = catalogue.providers().stream().findFirst().orElse("unknown");
        return provider.substring(provider.indexOf(',') + 1);
    }
}
