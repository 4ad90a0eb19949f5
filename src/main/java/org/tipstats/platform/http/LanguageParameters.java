package org.tipstats.platform.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The language that a request asks for, as sent.
 *
 * @param lang the parameter, or null
 * @param acceptLanguage the header, or null
 */
public record LanguageParameters(
        @RestQuery String lang,
        @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {

    private static final List<String> KNOWN = LocalText.LANGUAGES;

    /**
     * Returns the language that the parameter names. Without a parameter, returns the language that the header prefers
     * among those of the service, otherwise English.
     *
     * @throws ProblemException with status 400 if the parameter is not a language of the service
     */
    public String chosen() {
        if (lang != null) {
            if (!KNOWN.contains(lang)) {
                throw ProblemException.parameter(
                        "lang", lang, "Choose one of these languages: " + String.join(", ", KNOWN) + ".", KNOWN);
            }
            return lang;
        }
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return KNOWN.get(0);
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return found == null ? KNOWN.get(0) : found;
        } catch (IllegalArgumentException e) {
            return KNOWN.get(0);
        }
    }
}
