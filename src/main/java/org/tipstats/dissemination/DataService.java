package org.tipstats.dissemination;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.Vintage;
import org.tipstats.web.PageRequest;

/** Answers requests for data from published vintages; equal answers of modest size come from memory. */
@ApplicationScoped
class DataService {

    private static final long BYTES_KEPT = 64L << 20;
    private static final Set<String> PINNED = Set.of("release", "asOf", "cursor");
    private static final int MOST_OBSERVATIONS_KEPT = 10_000;

    private final PublishedReleases published;
    private final Cache<String, DataReply> replies = Caffeine.newBuilder()
            .maximumWeight(BYTES_KEPT)
            .weigher((String key, DataReply reply) -> reply.body().length + 2 * key.length() + 200)
            .build();

    DataService(PublishedReleases published) {
        this.published = published;
    }

    /** The whole answer in memory, or one that is still to be written where it is long. */
    DataReply answer(DataRequest request, URI address) {
        String key = request.canonical() + '|' + address.getRawPath() + '?' + address.getRawQuery();
        DataReply kept = replies.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        DataSelection selection = select(request, address);
        if (selection.size() > MOST_OBSERVATIONS_KEPT) {
            return DataReply.streamed(selection, request);
        }
        DataReply reply = DataReply.whole(selection, request, bytes(selection, request));
        if (request.release().isPublic()) {
            replies.put(key, reply);
        }
        return reply;
    }

    private DataSelection select(DataRequest request, URI address) {
        Vintage vintage = published.vintage(request.release(), request.query().dataflow());
        int[] places = request.query().select(vintage);
        int from = Math.min(request.offset(), places.length);
        int to = request.limit() == null ? places.length : (int) Math.min((long) from + request.limit(), places.length);
        String next = to < places.length ? next(address, request.release().id(), to) : null;
        return new DataSelection(vintage.cube(), places, from, to, next);
    }

    /** The next page, of this very release: what follows page one must not change when another is published. */
    private static String next(URI address, String release, int offset) {
        List<String> parts = new ArrayList<>();
        if (address.getRawQuery() != null) {
            for (String part : address.getRawQuery().split("&")) {
                if (!part.isEmpty() && !PINNED.contains(part.split("=", 2)[0])) {
                    parts.add(part);
                }
            }
        }
        parts.add("release=" + release);
        parts.add("cursor=" + PageRequest.encode(Integer.toString(offset)));
        return address.getRawPath() + "?" + String.join("&", parts);
    }

    private static byte[] bytes(DataSelection selection, DataRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        try {
            DataWriter.of(request).write(selection, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
