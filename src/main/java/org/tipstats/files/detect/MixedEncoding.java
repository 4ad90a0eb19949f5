package org.tipstats.files.detect;

/** Finds words in UTF-8 inside text of another encoding. */
final class MixedEncoding {

    private MixedEncoding() {}

    /** Returns whether a text in another encoding has words that only UTF-8 explains. */
    static boolean anyIn(byte[] text) {
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            boolean inWord = i < text.length && (text[i] < 0 || Character.isLetter(text[i]));
            if (!inWord) {
                if (isUtf8Word(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isUtf8Word(byte[] text, int start, int end) {
        boolean any = false;
        int i = start;
        while (i < end) {
            int first = text[i] & 0xff;
            int more = following(first);
            if (more < 0 || i + more >= end || !follow(text, i + 1, more)) {
                return false;
            }
            any |= isUsualLetter(first);
            i += more + 1;
        }
        return any;
    }

    /** Returns how many bytes follow this first byte in a UTF-8 character; -1 if no character starts with this byte. */
    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first >= 0xF5) {
            return -1;
        }
        if (first < 0xE0) {
            return 1;
        }
        return first < 0xF0 ? 2 : 3;
    }

    private static boolean follow(byte[] text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the byte is the first byte of a usual letter in UTF-8. Other first bytes prove nothing: such a
     * byte and the next byte may be a capital letter and a closing quotation mark in a code page.
     */
    private static boolean isUsualLetter(int first) {
        return first >= 0xE0 || (first >= 0xC2 && isUsualLetter((char) ((first & 0x1F) << 6)));
    }

    /**
     * Returns whether a character is a usual letter of Europe or the Near East. Excludes characters whose bytes in
     * UTF-8 may also be a letter and a sign in a code page.
     */
    static boolean isUsualLetter(char c) {
        return (c >= 0x80 && c < 0x180) || (c >= 0x380 && c < 0x480) || c >= 0x5C0 && c < 0x680 || c >= 0x800;
    }
}
