package org.tipstats.vocabulary.names;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Texts in one language: ICU message patterns by key, from the UTF-8 files {@code name_language.properties} in the
 * folder of a class. A text that the language lacks is taken from English. A bundle is thread-safe.
 */
public final class Bundle {

    private static final String ENGLISH = "en";
    private static final Map<String, Bundle> LOADED = new ConcurrentHashMap<>();

    private final String file;
    private final String language;
    private final ULocale locale;
    private final Map<String, String> patterns;
    private final Bundle english;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Bundle(Class<?> owner, String name, String language) {
        this.file = name + "_" + language + ".properties";
        this.language = language;
        this.locale = new ULocale((language.equals(ENGLISH) ? "en_GB" : language) + "@numbers=latn");
        this.patterns = entries(owner, file);
        this.english = language.equals(ENGLISH) ? null : of(owner, name, ENGLISH);
    }

    /**
     * Returns the texts of a language, from memory if they were read before.
     *
     * @param owner a class in the folder of the files
     * @param name the first part of the names of the files
     * @param language a code such as {@code fr}; English is used if it is not one of {@link LocalText#LANGUAGES}
     */
    public static Bundle of(Class<?> owner, String name, String language) {
        String known = LocalText.LANGUAGES.contains(language) ? language : ENGLISH;
        String key = owner.getName() + " " + name + " " + known;
        Bundle loaded = LOADED.get(key);
        if (loaded == null) {
            // A new bundle may load English into the same map. During computeIfAbsent, this would not be allowed.
            loaded = new Bundle(owner, name, known);
            LOADED.put(key, loaded);
        }
        return loaded;
    }

    /** Returns the entries of a single file in the folder of a class, sorted by key; empty if there is no such file. */
    public static Map<String, String> entries(Class<?> owner, String file) {
        Map<String, String> entries = new TreeMap<>();
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(entries);
    }

    public String language() {
        return language;
    }

    /** Returns the locale for numbers and days. Every locale uses the digits 0 to 9, as the data files do. */
    public ULocale locale() {
        return locale;
    }

    public boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    /** Returns the patterns of the language by key, without those that exist only in English. */
    public Map<String, String> patterns() {
        return patterns;
    }

    /** Returns the pattern of a text, in English if the language has none; empty if the key is unknown. */
    public Optional<String> pattern(String key) {
        String own = patterns.get(key);
        return own == null && english != null ? english.pattern(key) : Optional.ofNullable(own);
    }

    /**
     * Returns a text without placeholders.
     *
     * @throws IllegalArgumentException if the key is unknown, so that no page shows a key in place of a text
     */
    public String text(String key) {
        return text(key, Map.of());
    }

    /**
     * Returns a text with its placeholders filled in.
     *
     * @param values the values by the name of their placeholder: texts, or numbers, which may select a plural form
     * @throws IllegalArgumentException if the key is unknown
     */
    public String text(String key, Map<String, ?> values) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            if (english == null) {
                throw new IllegalArgumentException(file + " has no " + key);
            }
            return english.text(key, values);
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(key, none -> new MessageFormat(pattern, locale));
        synchronized (format) { // ICU's formats are not thread-safe
            return format.format(values);
        }
    }
}
