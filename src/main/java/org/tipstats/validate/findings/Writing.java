package org.tipstats.validate.findings;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The writing conventions of a language, for texts that are inserted into its sentences.
 *
 * @param locale the locale of the language, with the digits 0 to 9, so that a figure looks as it does in the file
 * @param isolates whether inserted texts are isolated
 */
public record Writing(ULocale locale, boolean isolates) {

    /** First strong isolate (U+2068): the following text takes its direction from its own first letter. */
    public static final char ISOLATE = '\u2068';
    /** Pop directional isolate (U+2069): ends the isolated text. */
    public static final char END = '\u2069';

    public static Writing of(String language) {
        ULocale locale = locale(language);
        return new Writing(locale, locale.isRightToLeft());
    }

    /** Returns the conventions of a language, but isolates inserted texts in every language. */
    public static Writing isolating(String language) {
        return new Writing(locale(language), true);
    }

    private static ULocale locale(String language) {
        return ULocale.forLanguageTag(language + "-u-nu-latn");
    }

    /** Encloses the text between isolation marks if inserted texts are isolated. */
    public String isolated(String text) {
        return isolates && !text.isEmpty() ? ISOLATE + text + END : text;
    }

    /** Returns a code with its name in the brackets of the language. */
    String named(String code, String name) {
        boolean wide = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return code + (wide ? "\uFF08" + name + "\uFF09" : " (" + name + ")");
    }

    /**
     * Adds isolation marks around every plain argument of a message pattern, if inserted texts are isolated. The
     * arguments themselves stay as they are, because other parts of the pattern select by their values.
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
