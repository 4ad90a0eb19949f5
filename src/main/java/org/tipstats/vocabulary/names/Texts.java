package org.tipstats.vocabulary.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Loads UTF-8 property files from the folder of a class. */
public final class Texts {

    private Texts() {}

    /** Returns the entries of a file in the folder of a class; empty if there is no such file. */
    public static Map<String, String> load(Class<?> beside, String name) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream in = beside.getResourceAsStream(name)) {
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
