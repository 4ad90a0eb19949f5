package org.tipstats.disseminate.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.disseminate.query.DataRequest.PageAddress;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.Vintage;

/** Answers requests for data from published vintages. It caches public replies of modest size, compressed or not. */
@ApplicationScoped
class DataService {

    private static final long MAX_CACHE_BYTES = 64L << 20;
    private static final int MAX_CACHED_OBSERVATIONS = 10_000;

    private record Variant(String content, PageAddress address, boolean packed) {}

    private final PublishedReleases published;
    private final ReplyLimits limits;
    private final Cache<Variant, DataReply> replies = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHE_BYTES)
            .weigher((Variant key, DataReply reply) -> reply.body().length + 2 * weight(key) + 300)
            .build();

    DataService(PublishedReleases published, ReplyLimits limits) {
        this.published = published;
        this.limits = limits;
    }

    private static int weight(Variant key) {
        String query = key.address().query();
        return key.content().length() + key.address().path().length() + (query == null ? 0 : query.length());
    }

    /**
     * Answers a request, from the cache if possible. A long reply is not held in memory but written later.
     *
     * @param packed whether the client accepts gzip; formats that are already compressed are sent as they are
     */
    DataReply answer(DataRequest request, PageAddress address, boolean packed) {
        boolean pack = packed && request.format().isText();
        Variant key = new Variant(request.canonical(), address, pack);
        DataReply kept = replies.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        DataReply reply = pack ? answer(request, address, false).packed() : plain(request, address);
        if (!reply.isStreamed() && request.release().isPublic()) {
            replies.put(key, reply);
        }
        return reply;
    }

    private DataReply plain(DataRequest request, PageAddress address) {
        DataSelection selection = select(request, address);
        limits.check(selection, request.format(), request.style());
        return selection.size() > MAX_CACHED_OBSERVATIONS
                ? DataReply.streamed(selection, request)
                : DataReply.whole(selection, request, bytes(selection, request));
    }

    private DataSelection select(DataRequest request, PageAddress address) {
        Vintage vintage = published.vintage(request.release(), request.query().dataflow());
        int[] places = request.query().select(vintage);
        int from = Math.min(request.offset(), places.length);
        int to = request.limit() == null ? places.length : (int) Math.min((long) from + request.limit(), places.length);
        String next = to < places.length ? address.next(request.release().id(), to) : null;
        return new DataSelection(
                request.release(), request.query().dataflow(), request.terms(), vintage.cube(), places, from, to, next);
    }

    private static byte[] bytes(DataSelection selection, DataRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        try {
            DataWriter.of(request.format(), request.style()).write(selection, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
