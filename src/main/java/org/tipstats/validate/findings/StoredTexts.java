package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the texts that stored findings share. The number of texts is bounded, so that no file can fill the memory
 * with texts of its own.
 */
final class StoredTexts {

    private static final int MOST = 20_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Returns the number of a text, and adds the text if there is room; -1 if it has no number. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST) {
            return -1;
        }
        numbers.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    String at(int number) {
        return texts.get(number);
    }
}
