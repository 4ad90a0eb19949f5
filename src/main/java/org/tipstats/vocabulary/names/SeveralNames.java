package org.tipstats.vocabulary.names;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Recognises several names in one text, for example "Nigeria/Niger". Such a text is not a typo of a third name. */
final class SeveralNames {

    /**
     * The pattern of a text between two names: a comma, a slash, or a word for "and" or "or". In Arabic, a letter at
     * the start of the next word may mean "and".
     */
    private static final Pattern BETWEEN = Pattern.compile(
            "[/;+&,|\u3001\uFF0C\uFF1B\u060C\u061B]|\\s(?:and|or|et|ou|y|e|o|u|und|oder|ed|\u0438|\u0438\u043B\u0438|\u0648|\u0623\u0648)\\s"
                    + "|\\s\u0648(?=\\S)|[\u548C\u4E0E\u6216\u53CA]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SeveralNames() {}

    /** Returns whether parts of the text are names that have no code in common. */
    static boolean differ(NameIndex index, String text) {
        BitSet common = null;
        for (String part : BETWEEN.split(text)) {
            NameForm form = NameForm.of(part);
            if (form.words().isEmpty() || NameWords.areGeneric(form.words())) {
                continue;
            }
            BitSet named = index.byName(form);
            if (!named.isEmpty()) {
                common = common == null ? (BitSet) named.clone() : common;
                common.and(named);
            }
        }
        return common != null && common.isEmpty();
    }
}
