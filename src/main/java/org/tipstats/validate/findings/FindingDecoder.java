package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads findings from the bytes that {@link FindingBytes} writes. */
final class FindingDecoder {

    private static final Severity[] SEVERITIES = Severity.values();

    private final StoredTexts texts;
    private byte[] bytes;
    private int at;

    FindingDecoder(StoredTexts texts) {
        this.texts = texts;
    }

    /** Reads the finding that starts at an index. */
    Finding read(byte[] from, int start) {
        bytes = from;
        at = start;
        return new Finding(
                text(),
                SEVERITIES[count()],
                place(),
                place(),
                column(),
                text(),
                parameters(),
                suggestions(),
                key(),
                related());
    }

    private Finding.Column column() {
        String name = text();
        return name == null ? null : new Finding.Column(name, count(), text());
    }

    private Map<String, Object> parameters() {
        int size = count();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            parameters.put(text(), parameter());
        }
        return Collections.unmodifiableMap(parameters);
    }

    private Object parameter() {
        return switch (count()) {
            case FindingBytes.TEXT -> text();
            case FindingBytes.INT -> (int) number();
            default -> number();
        };
    }

    private List<String> suggestions() {
        String[] suggestions = new String[count()];
        for (int i = 0; i < suggestions.length; i++) {
            suggestions[i] = text();
        }
        return List.of(suggestions);
    }

    private Map<String, String> key() {
        int size = count();
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            key.put(text(), text());
        }
        return Collections.unmodifiableMap(key);
    }

    private List<Finding.Related> related() {
        int size = count();
        List<Finding.Related> related = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            related.add(new Finding.Related(place(), text()));
        }
        return Collections.unmodifiableList(related);
    }

    private Integer place() {
        int place = count();
        return place == 0 ? null : Integer.valueOf(place - 1);
    }

    private String text() {
        int number = count();
        if (number >= FindingBytes.NUMBERED) {
            return texts.at(number - FindingBytes.NUMBERED);
        }
        if (number == FindingBytes.NULL) {
            return null;
        }
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number();
        }
        return new String(text);
    }

    private int count() {
        return (int) number();
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            number |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | (long) next << shift;
    }
}
