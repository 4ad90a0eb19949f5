package org.tipstats.validate.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Stores findings as bytes, a few hundred for each. That is a fifth of the memory of the objects, and the garbage
 * collector does not visit it. Whole numbers take as many bytes as they need; repeated texts are stored as numbers.
 */
final class FindingBytes {

    static final int NULL = 0;
    static final int INLINE = 1;
    static final int NUMBERED = 2;

    static final int TEXT = 0;
    static final int INT = 1;
    static final int LONG = 2;

    private final StoredTexts texts;
    private byte[] bytes = new byte[1 << 12];
    private int size;

    FindingBytes(StoredTexts texts) {
        this.texts = texts;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void add(Finding finding) {
        shared(finding.rule());
        number(finding.severity().ordinal());
        place(finding.line());
        place(finding.record());
        column(finding.column());
        text(finding.value());
        number(finding.parameters().size());
        for (Map.Entry<String, Object> parameter : finding.parameters().entrySet()) {
            shared(parameter.getKey());
            parameter(parameter.getValue());
        }
        number(finding.suggestions().size());
        for (String suggestion : finding.suggestions()) {
            shared(suggestion);
        }
        number(finding.key().size());
        for (Map.Entry<String, String> code : finding.key().entrySet()) {
            shared(code.getKey());
            shared(code.getValue());
        }
        related(finding.related());
    }

    private void column(Finding.Column column) {
        shared(column == null ? null : column.name());
        if (column != null) {
            number(column.number());
            shared(column.letter());
        }
    }

    private void related(List<Finding.Related> related) {
        number(related.size());
        for (Finding.Related place : related) {
            place(place.line());
            text(place.value());
        }
    }

    private void parameter(Object value) {
        if (value instanceof String text) {
            number(TEXT);
            shared(text);
        } else if (value instanceof Integer whole) {
            number(INT);
            number(whole);
        } else if (value instanceof Long whole) {
            number(LONG);
            number(whole);
        } else {
            throw new IllegalArgumentException("a parameter is a text or a whole number, not " + value);
        }
    }

    private void place(Integer place) {
        number(place == null ? 0 : place + 1L);
    }

    private void shared(String text) {
        int number = text == null ? -1 : texts.number(text);
        if (number >= 0) {
            number(NUMBERED + number);
        } else {
            text(text);
        }
    }

    private void text(String text) {
        number(text == null ? NULL : INLINE);
        if (text != null) {
            number(text.length());
            for (int i = 0; i < text.length(); i++) {
                number(text.charAt(i));
            }
        }
    }

    private void number(long number) {
        if (size + Long.BYTES + 2 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }
}
