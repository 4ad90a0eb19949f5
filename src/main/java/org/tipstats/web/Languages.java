package org.tipstats.web;

import java.util.List;
import java.util.Locale;
import org.tipstats.problem.ProblemException;

/** Which language a reader wants. */
public final class Languages {

    private Languages() {}

    /**
     * The language of the parameter {@code lang}, else the first that {@code Accept-Language} likes and there is, else
     * the first there is. 400 for a parameter that is none.
     *
     * @param known the languages there are, the default first
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
