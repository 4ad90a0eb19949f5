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
public record Typography(ULocale locale, boolean isolates) {

    public static Typography of(String language) {
        ULocale locale = ULocale.forLanguageTag(language + "-u-nu-latn");
        return new Typography(locale, locale.isRightToLeft());
    }

    /** Encloses the text between isolation marks if inserted texts are isolated. */
    String isolated(String text) {
        return isolates && !text.isEmpty() ? Sentences.ISOLATE + text + Sentences.POP : text;
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
