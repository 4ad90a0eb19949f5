package org.tipstats.portal;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the website says in one language. Immutable. */
final class PortalTexts {

    /** For the script: sentences whose blanks it fills itself. */
    private static final String SCRIPT = "script.";

    static final String ENGLISH = "en";

    private final String language;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> script = new TreeMap<>();

    PortalTexts(String language) {
        this.language = language;
        load("texts_" + language + ".properties").forEach((key, text) -> {
            String name = key.toString();
            if (name.startsWith(SCRIPT)) {
                script.put(name.substring(SCRIPT.length()), text.toString());
            } else {
                texts.put(name, text.toString());
            }
        });
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (InputStream in = PortalTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the texts " + name + " are missing in the artefact");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    public String language() {
        return language;
    }

    /** A text as it stands; throws for a key that there isn't, so that no page shows a key. */
    public String say(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key + " in " + language);
        }
        return text;
    }

    /** A sentence with its blanks filled in. */
    public String say(String key, Map<String, Object> values) {
        return new MessageFormat(say(key), Locale.forLanguageTag(language)).format(values);
    }

    /** The sentences of the script, by key. */
    public Map<String, String> script() {
        return script;
    }
}
