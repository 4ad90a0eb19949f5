package org.tipstats.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Property files beside the classes, in UTF-8. */
final class Texts {

    private Texts() {}

    /** The entries of a file; none when there is no such file. */
    static Map<String, String> load(String name) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
