package org.tipstats.disseminate.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.LocalText;

/** Makes the nodes and the texts of a JSON-LD document. */
final class JsonLdNodes {

    private JsonLdNodes() {}

    /** Makes a node of a type. The caller adds properties to the node. */
    static Map<String, Object> of(String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        return node;
    }

    /** Makes a node of a type with a URL as its id. The caller adds properties to the node. */
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

    /** Returns a text as a list of JSON-LD values, one value for each language of the text. */
    static List<Map<String, String>> texts(LocalText text) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (String language : LocalText.LANGUAGES) {
            if (text.texts().containsKey(language)) {
                Map<String, String> one = new LinkedHashMap<>();
                one.put("@language", language);
                one.put("@value", text.inLanguage(language));
                texts.add(one);
            }
        }
        return texts;
    }

    /** Makes a node of a type, with a text as its label. */
    static Map<String, Object> statement(String type, LocalText text) {
        Map<String, Object> statement = of(type);
        statement.put("rdfs:label", texts(text));
        return statement;
    }
}
