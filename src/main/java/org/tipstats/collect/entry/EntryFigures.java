package org.tipstats.collect.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.validate.row.CountText;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/** The figures of a grid: the accepted figures, and the texts typed over them. All keys are packed. */
final class EntryFigures {

    private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private final EntryShape shape;
    private final Statuses statuses;
    private final Map<Long, Observation> held = new HashMap<>();
    private final Map<Long, String> typed = new HashMap<>();
    private final Map<Long, String> comments = new HashMap<>();

    /**
     * @param years the years that the round asks for
     * @param accepted the accepted figures of the area
     * @param draft the typed texts; keys that the round no longer asks for are left out
     */
    EntryFigures(EntryShape shape, List<String> years, Iterable<Observation> accepted, EntryDraft draft) {
        this.shape = shape;
        this.statuses = new Statuses(shape.dataflow().structure());
        accepted.forEach(figure -> held.put(figure.key(), figure));
        draft.cells().forEach((text, value) -> shape.key(text, years).ifPresent(key -> typed.put(key, value)));
        draft.comments().forEach((text, value) -> shape.key(text, years).ifPresent(key -> comments.put(key, value)));
    }

    EntryShape shape() {
        return shape;
    }

    Statuses statuses() {
        return statuses;
    }

    /** Returns the keys of all figures. */
    Set<Long> keys() {
        return Stream.concat(held.keySet().stream(), typed.keySet().stream()).collect(Collectors.toSet());
    }

    /** Returns the keys of the typed figures, sorted. */
    List<Long> typedKeys() {
        return typed.keySet().stream().sorted().toList();
    }

    /** Returns the accepted figure, or null. */
    Observation held(long key) {
        return held.get(key);
    }

    /** Returns the text typed for a figure; empty if there is none. */
    String typed(long key) {
        return typed.getOrDefault(key, "");
    }

    /** Returns the comment typed on a figure, or null. */
    String comment(long key) {
        return comments.get(key);
    }

    /** Returns the typed figure, or else the accepted figure, or else null. */
    TypedFigure inForce(long key) {
        String text = typed.get(key);
        if (text != null && !text.isBlank()) {
            return TypedFigure.of(text, statuses);
        }
        Observation accepted = held.get(key);
        return accepted == null ? null : TypedFigure.of(accepted);
    }

    boolean isNotApplicable(TypedFigure figure) {
        return NOT_APPLICABLE.equals(statuses.meanings().get(figure.status()));
    }

    /**
     * The content of a cell: a count, the status of a figure without a value, or another text.
     *
     * @param count null if the text is not a count
     * @param status a code of OBS_STATUS for a figure without a value; null if the text is not such a code
     */
    record TypedFigure(String text, Long count, String status) {

        /** Reads a typed text. A count may have the digits of any script; a code may be in small letters. */
        static TypedFigure of(String text, Statuses statuses) {
            String typed = text.strip();
            long count = CountText.parse(typed);
            if (count >= 0) {
                return new TypedFigure(typed, count, null);
            }
            String code = typed.toUpperCase(Locale.ROOT);
            return new TypedFigure(typed, null, statuses.withoutValue().contains(code) ? code : null);
        }

        /** Returns an accepted figure as a person would type it. */
        static TypedFigure of(Observation held) {
            return held.value() == null
                    ? new TypedFigure(held.status(), null, held.status())
                    : new TypedFigure(held.value().toPlainString(), held.value().longValueExact(), null);
        }

        boolean isBlank() {
            return text.isEmpty();
        }
    }
}
