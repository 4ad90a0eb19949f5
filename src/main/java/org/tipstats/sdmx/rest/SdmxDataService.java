package org.tipstats.sdmx.rest;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.data.DataFormat;
import org.tipstats.sdmx.data.DataFormat.CsvOptions;
import org.tipstats.sdmx.data.DataMessage;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.data.SeriesOrder;
import org.tipstats.sdmx.question.AcceptedMediaTypes;
import org.tipstats.sdmx.question.DataQueryParser;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.SdmxDataQuery;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.sdmx.rest.ObservationRange.AnswerPart;
import org.tipstats.vocabulary.schema.Dimension;

/** Answers queries for data from published releases. */
@Singleton
record SdmxDataService(
        DataQueryParser parser, DataSetFinder disseminations, StructureService structures, DataLimitConfig files) {

    /**
     * Returns the data of the requested dataflows in one message. If there are no data, throws 404 in version 1 and
     * returns an empty reply in version 2. If several dataflows are requested, throws 413 if there are too many data,
     * or if the format is for one dataflow.
     */
    SdmxReply answer(SdmxRequest request) {
        List<SdmxDataQuery> queries = parser.queries(request);
        AcceptedMediaTypes.Choice<DataFormat> form = FormatChoice.ofData(request);
        if (queries.size() > 1 && !form.offer().holdsSeveral()) {
            throw SdmxProblems.severalDataflows(
                    queries.stream().map(SdmxDataQuery::dataflow).toList());
        }
        queries.forEach(query -> requireTimeSeries(request, query, form.offer()));
        Optional<ReleaseReference> release =
                disseminations.release(queries.get(0).times());
        List<AnswerPart> found = new ArrayList<>();
        for (SdmxDataQuery query : release.isEmpty() ? List.<SdmxDataQuery>of() : queries) {
            disseminations.find(query, release.get()).stream()
                    .map(set -> new AnswerPart(query, set).with(arranged(set, query)))
                    .filter(part -> part.size() > 0)
                    .forEach(found::add);
        }
        List<AnswerPart> parts = windowed(found, queries.get(0));
        if (queries.size() > 1 && ObservationRange.count(parts) > files.maxObservations()) {
            throw SdmxProblems.tooLarge("The query selects " + ObservationRange.count(parts)
                    + " observations; an answer may have at most " + files.maxObservations() + ".");
        }
        return parts.isEmpty() ? noData(request) : ranged(request, form, release.get(), parts);
    }

    /** Returns the requested range of observations. Ignores the requested range if the reply contains only series. */
    private SdmxReply ranged(
            SdmxRequest request,
            AcceptedMediaTypes.Choice<DataFormat> form,
            ReleaseReference release,
            List<AnswerPart> parts) {
        Optional<ObservationRange> range = ObservationRange.slice(request)
                .filter(asked -> parts.get(0).query().content().observations());
        if (range.isEmpty()) {
            return message(request, form, release, parts, null);
        }
        List<AnswerPart> some = range.get().slice(parts);
        long all = ObservationRange.count(parts);
        if (some.isEmpty()) {
            throw SdmxProblems.rangeNotSatisfiable("There are " + all + " observations; the first is number 0.");
        }
        return message(request, form, release, some, range.get().contentRange(all));
    }

    /**
     * Creates the reply.
     *
     * @param contentRange the range of observations that the parts contain, or null if the parts are the whole answer
     */
    private SdmxReply message(
            SdmxRequest request,
            AcceptedMediaTypes.Choice<DataFormat> form,
            ReleaseReference release,
            List<AnswerPart> parts,
            String contentRange) {
        CsvOptions table = table(request, form);
        DataFormat format = form.offer();
        ReaderLanguages languages = new ReaderLanguages(request.languages().best(), false);
        String tag = EntityTags.of(String.join(
                "|",
                release.id(),
                release.contentHash(),
                request.address(),
                format.name(),
                table.toString(),
                languages.best(),
                "" + contentRange,
                "" + disseminations.withdrawals()));
        String prepared = DateTimeFormatter.ISO_INSTANT.format(release.publishedAt());
        Header header = new Header("DATA_" + tag.substring(0, 16), prepared, structures.sender());
        List<DataMessage> messages = messages(header, languages, parts);
        String name = messages.size() == 1 ? messages.get(0).dataflow().id() : "data";
        return new SdmxReply(
                format.mediaType(),
                tag,
                parts.get(0).query().times().areSeveral() ? null : release.publishedAt(),
                disseminations.keeping(release, parts.get(0).query().times()),
                format.isTable() ? name + "_" + release.id() + "." + format.extension() : null,
                contentRange,
                release,
                -1,
                out -> format.write(messages, table, out));
    }

    /** Makes one message for each dataflow. */
    private static List<DataMessage> messages(Header header, ReaderLanguages languages, List<AnswerPart> parts) {
        Map<SdmxDataQuery, List<DataSet>> byQuery = new LinkedHashMap<>();
        parts.forEach(part -> byQuery.computeIfAbsent(part.query(), query -> new ArrayList<>())
                .add(part.set()));
        List<DataMessage> messages = new ArrayList<>();
        byQuery.forEach((query, sets) -> messages.add(
                new DataMessage(header, query.dataflow(), query.dimension(), query.content(), languages, sets)));
        return messages;
    }

    static SdmxReply noData(SdmxRequest request) {
        if (request.surface() == RestVersion.V1) {
            throw SdmxProblems.noResults("No data match the query.");
        }
        return SdmxReply.EMPTY;
    }

    private static void requireTimeSeries(SdmxRequest request, SdmxDataQuery query, DataFormat format) {
        if (format.isTimeSeriesOnly()
                && (query.dimension() == null || !query.dimension().isTime())) {
            throw SdmxProblems.semantics(
                    request.surface(), "In a message of time series, time must be the dimension of observations.");
        }
    }

    /** Returns the indexes of the observations that remain in each series, in the order that the query requests. */
    private static int[] arranged(DataSet set, SdmxDataQuery query) {
        int[] places = set.indexes();
        SdmxDataQuery.Window window = query.window();
        Dimension time = query.dataflow().structure().time();
        if (window.first() != null || window.last() != null) {
            places = firstAndLast(new SeriesOrder(set.cube(), time), places, window);
        }
        return window.sort().sorted(set.cube(), places);
    }

    /**
     * Applies offset and limit to all data sets together. Offset and limit are numbers of observations. If the reply
     * contains only series, they are numbers of series.
     */
    private static List<AnswerPart> windowed(List<AnswerPart> parts, SdmxDataQuery query) {
        int offset = query.window().offset();
        long limit = query.window().limit() == null
                ? Integer.MAX_VALUE
                : query.window().limit();
        return query.content().observations() || query.dimension() == null
                ? new ObservationRange(offset, offset + limit - 1).slice(parts)
                : someSeries(parts, offset, limit);
    }

    private static List<AnswerPart> someSeries(List<AnswerPart> parts, int offset, long limit) {
        List<AnswerPart> some = new ArrayList<>();
        int skip = offset;
        long left = limit;
        for (AnswerPart part : parts) {
            SeriesOrder order = new SeriesOrder(part.set().cube(), part.query().dimension());
            int[] grouped = order.grouped(part.set().indexes());
            int from = 0;
            for (; skip > 0 && from < grouped.length; skip--) {
                from = order.endOfSeries(grouped, from);
            }
            int to = from;
            for (; left > 0 && to < grouped.length; left--) {
                to = order.endOfSeries(grouped, to);
            }
            if (from < to) {
                some.add(part.with(Arrays.copyOfRange(grouped, from, to)));
            }
        }
        return some;
    }

    /**
     * Returns the indexes of the observations at the start and the end of each series, as many as the window requests.
     */
    private static int[] firstAndLast(SeriesOrder order, int[] places, SdmxDataQuery.Window window) {
        int[] grouped = order.grouped(places);
        int[] kept = new int[grouped.length];
        int size = 0;
        int first = window.first() == null ? 0 : window.first();
        int last = window.last() == null ? 0 : window.last();
        for (int from = 0, to; from < grouped.length; from = to) {
            to = order.endOfSeries(grouped, from);
            for (int i = from; i < to; i++) {
                if (i - from < first || to - i <= last) {
                    kept[size++] = grouped[i];
                }
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /**
     * Returns the options of a table. They come from the parameters of the URL, or else from the parameters of the
     * media type. Other formats have no options.
     *
     * @throws ProblemException 400 if a parameter of the URL has an unknown value, 406 if one of the media type has
     */
    private static CsvOptions table(SdmxRequest request, AcceptedMediaTypes.Choice<DataFormat> form) {
        if (!form.offer().isTable()) {
            return new CsvOptions(CsvOptions.Labels.ID, CsvOptions.Keys.NONE, false);
        }
        return new CsvOptions(
                word(CsvOptions.Labels.class, request, form, "labels", CsvOptions.Labels.ID),
                word(CsvOptions.Keys.class, request, form, "keys", CsvOptions.Keys.NONE),
                word(ByteOrderMark.class, request, form, "bom", ByteOrderMark.EXCLUDE) == ByteOrderMark.INCLUDE);
    }

    /** The values of the option {@code bom}: spreadsheets need the mark to read a table as UTF-8. */
    private enum ByteOrderMark {
        INCLUDE,
        EXCLUDE
    }

    private static <E extends Enum<E>> E word(
            Class<E> words, SdmxRequest request, AcceptedMediaTypes.Choice<DataFormat> form, String name, E otherwise) {
        Optional<String> asked = request.parameter(name);
        String word = asked.orElse(form.parameters().get(name));
        List<String> known = Arrays.stream(words.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (word == null) {
            return otherwise;
        }
        if (known.contains(word.toLowerCase(Locale.ROOT))) {
            return Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        }
        String message = "\"" + name + "\" must be one of " + String.join(", ", known) + ".";
        throw asked.isPresent()
                ? SdmxProblems.syntax(name, word, message)
                : new ProblemException(ProblemType.NOT_ACCEPTABLE, message);
    }
}
