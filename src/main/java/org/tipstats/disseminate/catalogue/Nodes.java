package org.tipstats.disseminate.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.LocalText;

/** The small parts of a document in JSON-LD. */
final class Nodes {

    private Nodes() {}

    /** A node of a type, to be filled. */
    static Map<String, Object> of(String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        return node;
    }

    /** A node of a type with an address, to be filled. */
    static Map<String, Object> of(String address, String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", address);
        node.put("@type", type);
        return node;
    }

    static Map<String, Object> link(String address) {
        return Map.of("@id", address);
    }

    static Map<String, Object> typed(String value, String type) {
        Map<String, Object> typed = of(type);
        typed.put("@value", value);
        return typed;
    }

    /** A text in each language that it has. */
    static List<Map<String, String>> texts(LocalText text) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (String language : LocalText.LANGUAGES) {
            if (text.texts().containsKey(language)) {
                Map<String, String> one = new LinkedHashMap<>();
                one.put("@language", language);
                one.put("@value", text.in(language));
                texts.add(one);
            }
        }
        return texts;
    }

    /** A statement in words. */
    static Map<String, Object> statement(String type, LocalText text) {
        Map<String, Object> statement = of(type);
        statement.put("rdfs:label", texts(text));
        return statement;
    }
}
