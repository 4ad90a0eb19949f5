package org.tipstats.dissemination;

import java.util.List;
import org.tipstats.schema.CodeList;
import org.tipstats.validation.Suggestions;

/** Suggests codes for an unknown code in a query, in the same way as for an unknown code in a file. */
final class CodeSuggestions {

    private CodeSuggestions() {}

    static List<String> of(CodeList codes, String text) {
        return Suggestions.of(codes).forText(text);
    }
}
