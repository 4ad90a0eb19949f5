package org.tipstats.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.artefact.ReaderLanguages;
import org.tipstats.artefact.StructureMessage.Header;
import org.tipstats.exchange.CsvWish;
import org.tipstats.exchange.DataFormat;
import org.tipstats.exchange.DataMessage;
import org.tipstats.exchange.DataSet;
import org.tipstats.exchange.SeriesOrder;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dimension;
import org.tipstats.sdmxquery.DataQuery;
import org.tipstats.sdmxquery.Forms;
import org.tipstats.sdmxquery.MediaWish;
import org.tipstats.sdmxquery.Refusal;
import org.tipstats.sdmxquery.SdmxRequest;
import org.tipstats.sdmxquery.Surface;
import org.tipstats.web.EntityTags;

/** Answers questions for data from published releases. */
@ApplicationScoped
class SdmxDataService {

    private final Disseminations disseminations;
    private final StructureService structures;

    SdmxDataService(Disseminations disseminations, StructureService structures) {
        this.disseminations = disseminations;
        this.structures = structures;
    }

    /** The data that are asked for; where there are none, 404 in version 1 and an empty answer in version 2. */
    Reply answer(SdmxRequest request, DataQuery query) {
        MediaWish.Choice<DataFormat> form = Forms.ofData(request);
        requireRoom(request, query, form.offer());
        Optional<ReleaseReference> release = disseminations.release(query.times());
        if (release.isEmpty()) {
            return nothing(request);
        }
        Disseminations.Found found = disseminations.find(query, release.get());
        List<DataSet> sets = found.dataSets().stream()
                .map(set -> windowed(set, query))
                .filter(set -> set.places().length > 0)
                .toList();
        if (sets.isEmpty()) {
            return nothing(request);
        }
        return message(request, form, query, release.get(), sets);
    }

    private Reply message(
            SdmxRequest request,
            MediaWish.Choice<DataFormat> form,
            DataQuery query,
            ReleaseReference release,
            List<DataSet> sets) {
        CsvWish table = table(request, form.parameters());
        DataFormat format = form.offer();
        ReaderLanguages languages = new ReaderLanguages(request.languages().best(), false);
        String tag = EntityTags.of(String.join(
                "|",
                release.id(),
                release.contentHash(),
                request.address(),
                format.name(),
                table.toString(),
                languages.best()));
        String prepared = DateTimeFormatter.ISO_INSTANT.format(release.publishedAt());
        Header header = new Header("DATA_" + tag.substring(0, 16), prepared, structures.sender());
        DataMessage message =
                new DataMessage(header, query.dataflow(), query.dimension(), query.content(), languages, sets);
        String name = query.dataflow().id() + "_" + release.id() + "." + format.extension();
        return new Reply(
                format.mediaType(),
                tag,
                release.publishedAt(),
                format.isTable() ? name : null,
                out -> format.write(message, table, out));
    }

    static Reply nothing(SdmxRequest request) {
        if (request.surface() == Surface.V1) {
            throw Refusal.noResults("No data match the query.");
        }
        return Reply.EMPTY;
    }

    private static void requireRoom(SdmxRequest request, DataQuery query, DataFormat format) {
        if (format.isTimeSeriesOnly()
                && (query.dimension() == null || !query.dimension().isTime())) {
            throw Refusal.semantics(
                    request.surface(), "A message of time series has time as the dimension of observations.");
        }
    }

    private static DataSet windowed(DataSet set, DataQuery query) {
        int[] places = set.places();
        DataQuery.Window window = query.window();
        Dimension time = query.dataflow().structure().time();
        if (window.first() != null || window.last() != null) {
            places = ends(new SeriesOrder(set.cube(), time), places, window);
        }
        places = window.sort().sorted(set.cube(), places);
        if (window.offset() > 0 || window.limit() != null) {
            places = query.content().observations() || query.dimension() == null
                    ? Arrays.copyOfRange(places, Math.min(window.offset(), places.length), (int)
                            Math.min(end(window), places.length))
                    : someSeries(new SeriesOrder(set.cube(), query.dimension()), places, window);
        }
        return new DataSet(set.action(), set.validFrom(), set.validTo(), set.cube(), places);
    }

    private static long end(DataQuery.Window window) {
        return window.limit() == null ? Integer.MAX_VALUE : (long) window.offset() + window.limit();
    }

    /** The first and the last observations of each series. */
    private static int[] ends(SeriesOrder order, int[] places, DataQuery.Window window) {
        int[] grouped = order.grouped(places);
        int[] kept = new int[grouped.length];
        int size = 0;
        int first = window.first() == null ? 0 : window.first();
        int last = window.last() == null ? 0 : window.last();
        for (Iterator<SeriesOrder.Run> runs = order.runs(grouped); runs.hasNext(); ) {
            SeriesOrder.Run run = runs.next();
            for (int i = run.from(); i < run.to(); i++) {
                if (i - run.from() < first || run.to() - i <= last) {
                    kept[size++] = grouped[i];
                }
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static int[] someSeries(SeriesOrder order, int[] places, DataQuery.Window window) {
        int[] grouped = order.grouped(places);
        int from = grouped.length;
        int to = grouped.length;
        long number = 0;
        for (Iterator<SeriesOrder.Run> runs = order.runs(grouped); runs.hasNext(); number++) {
            SeriesOrder.Run run = runs.next();
            from = number == window.offset() ? run.from() : from;
            to = number == end(window) ? run.from() : to;
        }
        return Arrays.copyOfRange(grouped, from, Math.max(from, to));
    }

    /** How a table looks: by the parameters of its media type, or those of the address. */
    private static CsvWish table(SdmxRequest request, Map<String, String> parameters) {
        return new CsvWish(
                word(CsvWish.Labels.class, request, parameters, "labels", CsvWish.Labels.ID),
                word(CsvWish.Keys.class, request, parameters, "keys", CsvWish.Keys.NONE),
                request.parameter("bom").filter("include"::equals).isPresent());
    }

    private static <E extends Enum<E>> E word(
            Class<E> words, SdmxRequest request, Map<String, String> parameters, String name, E otherwise) {
        String word = request.parameter(name).orElse(parameters.getOrDefault(name, ""));
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(otherwise);
    }
}
