package org.tipstats.files.detect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text according to the first bytes of the text. It is UTF-8, unless a byte-order mark or the
 * positions of zero bytes indicate UTF-16.
 *
 * @param utf32 whether the text is UTF-32, which is not supported
 * @param isBinary whether the zero bytes and control characters cannot occur in a text
 */
record TextEncoding(Charset charset, boolean utf32, boolean isBinary) {

    static TextEncoding of(byte[] head) {
        if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_8, true, false);
        }
        if (isInFours(head)) {
            return new TextEncoding(StandardCharsets.UTF_8, true, false);
        }
        if (starts(head, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, false, false);
        }
        if (starts(head, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, false, false);
        }
        return byZeros(head);
    }

    /** Returns whether most characters take four bytes, three of which are zero. */
    private static boolean isInFours(byte[] head) {
        int[] zeros = new int[4];
        int fours = head.length / 4;
        for (int i = 0; i < fours * 4; i++) {
            zeros[i & 3] += head[i] == 0 ? 1 : 0;
        }
        int most = fours * 9 / 10;
        boolean little = zeros[0] == 0 && zeros[1] > most && zeros[2] > most && zeros[3] > most;
        boolean big = zeros[3] == 0 && zeros[0] > most && zeros[1] > most && zeros[2] > most;
        return fours > 1 && (little || big);
    }

    private static TextEncoding byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        int controls = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - (i & 1);
                odd += i & 1;
            } else if (head[i] > 0 && head[i] < 9) {
                controls++;
            }
        }
        int pairs = Math.max(1, head.length / 2);
        boolean sixteen = head.length >= 4 && Math.min(even, odd) * 20 < pairs && Math.max(even, odd) * 2 > pairs;
        if (sixteen) {
            return new TextEncoding(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, false, false);
        }
        return new TextEncoding(StandardCharsets.UTF_8, false, (even + odd + controls) * 20 > head.length);
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
