package org.tipstats.validate.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Suggestions for the cells of one column. Each text is looked up once. After {@link #MOST} different texts only exact
 * matches are searched, so that a column of a million different texts takes no longer than a column of codes.
 */
final class CachedSuggestions {

    static final int MAX_TEXTS = 10_000;

    private final Suggestions all;
    private final UnaryOperator<List<String>> narrowed;
    private final Map<String, List<String>> known = new HashMap<>();

    private CachedSuggestions(Suggestions all, UnaryOperator<List<String>> narrowed) {
        this.all = all;
        this.narrowed = narrowed;
    }

    static CachedSuggestions of(LayoutColumn column, Dataflow dataflow) {
        if (column.kind() == LayoutColumn.Kind.ACTION) {
            List<Suggestions.Candidate> actions = ActionCodes.ALL.stream()
                    .map(code -> new Suggestions.Candidate(code, List.of(), List.of()))
                    .toList();
            return new CachedSuggestions(Suggestions.of(actions), found -> found);
        }
        if (column.dimension() == null) {
            return new CachedSuggestions(Suggestions.of(column.codes()), found -> found);
        }
        List<String> only =
                dataflow.submission().fixed(column.dimension().id()).stream().toList();
        Suggestions usable =
                Suggestions.of(column.codes(), code -> RowParser.usable(code, column.dimension(), dataflow));
        return new CachedSuggestions(usable, found -> only.isEmpty() ? found : only);
    }

    List<String> forText(String text) {
        List<String> found = known.get(text);
        if (found == null) {
            boolean room = known.size() < MAX_TEXTS;
            found = narrowed.apply(room ? all.forText(text) : all.exact(text));
            if (room) {
                known.put(text, found);
            }
        }
        return found;
    }
}
