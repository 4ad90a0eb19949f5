package org.tipstats.disseminate.query;

import java.util.List;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.CodeList;

/** Suggests codes for an unknown code in a query, in the same way as for an unknown code in a file. */
final class CodeSuggestions {

    private CodeSuggestions() {}

    static List<String> of(CodeList codes, String text) {
        return Suggestions.of(codes).forText(text);
    }
}
