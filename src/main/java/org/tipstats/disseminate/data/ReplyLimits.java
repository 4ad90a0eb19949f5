package org.tipstats.disseminate.data;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.format.Format;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Refuses a reply that would be too large, before the first byte is written. The error states the size and suggests
 * smaller queries.
 */
@Singleton
record ReplyLimits(DataLimitConfig config) {

    /** Number of observations that are written to estimate the size of the complete reply. */
    private static final int SAMPLE_SIZE = 2_000;

    /**
     * Checks the number of observations.
     *
     * @throws ProblemException with status 413 if the selection has more observations than a reply in this format may
     * have
     */
    void check(DataSelection selection, Format format, DataStyle style) {
        int limit = format == Format.XLSX ? config.maxWorkbookObservations() : config.maxObservations();
        if (selection.size() <= limit) {
            return;
        }
        long bytes = estimate(selection, format, style);
        throw new ProblemException(Problem.of(
                        ProblemType.TOO_LARGE,
                        "This asks for " + selection.size() + " observations, about " + bytes
                                + " bytes; a reply of this"
                                + " format has at most " + limit
                                + " observations. Select less, as \"errors\" suggests,"
                                + " or for pages with \"limit\".")
                .with("limit", limit)
                .with("observations", selection.size())
                .with("estimatedBytes", bytes)
                .errors(new SmallerQueries(selection, limit).suggestions()));
    }

    /**
     * Estimates the size of a reply that has codes without their names.
     *
     * @return the approximate number of bytes
     */
    long size(DataSelection selection, Format format, String language) {
        return selection.size() == 0
                ? 0
                : estimate(selection, format, new DataStyle(LabelStyle.ID, language, false, false));
    }

    private static long estimate(DataSelection selection, Format format, DataStyle style) {
        int size = Math.min(SAMPLE_SIZE, selection.size());
        int[] first = Arrays.copyOfRange(selection.places(), selection.from(), selection.from() + size);
        long bytes = DataWriter.of(format, style).bytes(selection.withPlaces(first)).length;
        return bytes * selection.size() / size;
    }

    static final class SmallerQueries {

        private final DataSelection selection;
        private final KeySpace space;
        private final int limit;

        SmallerQueries(DataSelection selection, int limit) {
            this.selection = selection;
            this.space = selection.cube().space();
            this.limit = limit;
        }

        /**
         * Suggests smaller queries. Each suggestion is a new value for one parameter. A client that changes only this
         * parameter gets a small enough reply. Only the total, the unit of counts and ranges of years are tried. If
         * they are not enough, there is no suggestion for this parameter.
         */
        List<InputError> suggestions() {
            List<InputError> suggestions = new ArrayList<>();
            for (Dimension dimension : space.structure().dimensions()) {
                int[] counts = counts(dimension);
                narrower(dimension, counts)
                        .ifPresent(value -> suggestions.add(InputError.parameter(
                                dimension.id(), null, "With this value the reply is small enough.", List.of(value))));
            }
            return suggestions;
        }

        private int[] counts(Dimension dimension) {
            int[] counts = new int[dimension.size()];
            for (int i = selection.from(); i < selection.to(); i++) {
                counts[space.position(selection.cube().at(selection.places()[i]).key(), dimension.position())]++;
            }
            return counts;
        }

        private Optional<String> narrower(Dimension dimension, int[] counts) {
            if (dimension.isTime()) {
                return years(dimension, counts);
            }
            Optional<Code> code = dimension.role() == Role.UNIT
                    ? dimension.codes().first(unit -> unit.means("COUNT"))
                    : dimension.codes().total();
            return code.filter(one -> counts[one.position()] > 0 && counts[one.position()] <= limit)
                    .map(Code::id);
        }

        /**
         * Returns the longest range of years that ends with the latest year with data and stays within the limit; empty
         * if this year alone exceeds the limit.
         */
        private Optional<String> years(Dimension time, int[] counts) {
            int last = counts.length - 1;
            while (last >= 0 && counts[last] == 0) {
                last--;
            }
            int first = last + 1;
            int sum = 0;
            while (first > 0 && sum + counts[first - 1] <= limit) {
                sum += counts[--first];
            }
            while (first <= last && counts[first] == 0) {
                first++;
            }
            if (first > last) {
                return Optional.empty();
            }
            String to = time.valueAt(last);
            return Optional.of(first == last ? to : time.valueAt(first) + ":" + to);
        }
    }
}
