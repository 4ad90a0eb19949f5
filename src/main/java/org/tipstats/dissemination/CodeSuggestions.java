package org.tipstats.dissemination;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.schema.CodeList;
import org.tipstats.validation.Suggestions;

/** What was probably meant by an unknown code in a query: by the same knowledge that repairs files. */
final class CodeSuggestions {

    private static final Map<CodeList, Suggestions> BY_LIST = new ConcurrentHashMap<>();

    private CodeSuggestions() {}

    static List<String> of(CodeList codes, String text) {
        return BY_LIST.computeIfAbsent(codes, Suggestions::of).forText(text);
    }
}
