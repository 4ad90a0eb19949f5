package org.tipstats.platform.http;

import java.util.List;
import java.util.Locale;
import org.tipstats.platform.problem.ProblemException;

/** Chooses the language of a reply. */
public final class Languages {

    private Languages() {}

    /**
     * Returns the language of the parameter {@code lang}; else the known language that {@code Accept-Language} prefers;
     * else the default.
     *
     * @param known the known languages, the default first
     * @throws ProblemException with status 400 if the parameter is not a known language
     */
    public static String choose(String parameter, String acceptLanguage, List<String> known) {
        if (parameter != null) {
            if (!known.contains(parameter)) {
                throw ProblemException.parameter(
                        "lang", parameter, "Choose one of these languages: " + String.join(", ", known) + ".", known);
            }
            return parameter;
        }
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return known.get(0);
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), known);
            return found == null ? known.get(0) : found;
        } catch (IllegalArgumentException e) {
            return known.get(0);
        }
    }
}
