package org.tipstats.validate.findings;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * How a language is written, as far as it matters to texts that are put into its sentences.
 *
 * @param locale of the language, with the digits 0 to 9: a figure in a sentence looks as it does in the file
 * @param isolates whether what is put into its sentences is isolated
 */
record Writing(ULocale locale, boolean isolates) {

    /** First strong isolate: what follows has a direction of its own, that of its first letter. */
    static final char ISOLATE = '\u2068';
    /** Pop directional isolate: the end of that. */
    static final char END = '\u2069';

    static Writing of(String language) {
        ULocale locale = locale(language);
        return new Writing(locale, locale.isRightToLeft());
    }

    /** The same, isolating whatever the direction. */
    static Writing isolating(String language) {
        return new Writing(locale(language), true);
    }

    private static ULocale locale(String language) {
        return ULocale.forLanguageTag(language + "-u-nu-latn");
    }

    /** The text, between isolates where there are to be any. */
    String isolated(String text) {
        return isolates && !text.isEmpty() ? ISOLATE + text + END : text;
    }

    /** A code as it is shown and its name, with the brackets of the language. */
    String named(String code, String name) {
        boolean wide = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return code + (wide ? "\uFF08" + name + "\uFF09" : " (" + name + ")");
    }

    /**
     * The message pattern, with isolates around every plain argument where there are to be any. The
     * arguments themselves stay as they are, because other parts of the pattern choose by them.
     */
    String isolatingArguments(String pattern) {
        if (!isolates) {
            return pattern;
        }
        MessagePattern parts = new MessagePattern(pattern);
        StringBuilder isolating = new StringBuilder(pattern.length() + 16);
        int done = 0;
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part part = parts.getPart(i);
            boolean argument = part.getType() == MessagePattern.Part.Type.ARG_START;
            if (argument && part.getArgType() == MessagePattern.ArgType.NONE) {
                int end = parts.getPart(parts.getLimitPartIndex(i)).getLimit();
                isolating.append(pattern, done, part.getIndex());
                isolating.append(isolated(pattern.substring(part.getIndex(), end)));
                done = end;
            }
        }
        return isolating.append(pattern, done, pattern.length()).toString();
    }
}
