package org.tipstats.disseminate.query;

import java.util.List;
import org.tipstats.validate.rule.Suggestions;
import org.tipstats.vocabulary.schema.CodeList;

/** What was probably meant by an unknown code in a query: by the same knowledge that repairs files. */
final class CodeSuggestions {

    private CodeSuggestions() {}

    static List<String> of(CodeList codes, String text) {
        return Suggestions.of(codes).forText(text);
    }
}
