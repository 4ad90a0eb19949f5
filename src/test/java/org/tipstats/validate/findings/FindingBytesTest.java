package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

class FindingBytesTest {

    private static final long[] NUMBERS = {0, 1, 127, 128, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE};

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 128 : Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private static <T> T orNull(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static Finding finding(Random random) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, String> key = new LinkedHashMap<>();
        List<Finding.Related> related = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long number = NUMBERS[random.nextInt(NUMBERS.length)];
            parameters.put(text(random), random.nextBoolean() ? text(random) : (Object) number);
            parameters.put(text(random), (int) number);
            key.put(text(random), text(random));
            related.add(new Finding.Related(orNull(random, random.nextInt(1 << 30)), orNull(random, text(random))));
        }
        return new Finding(
                text(random),
                Severity.values()[random.nextInt(3)],
                orNull(random, random.nextInt(Integer.MAX_VALUE)),
                orNull(random, random.nextInt(100)),
                orNull(random, new Finding.Column(text(random), random.nextInt(200), orNull(random, "B"))),
                orNull(random, text(random)),
                parameters,
                List.of(text(random), text(random)),
                key,
                related);
    }

    @Test
    void whatIsReadIsWhatWasAdded() {
        Seeds.check(300, random -> {
            StoredTexts texts = new StoredTexts();
            FindingBytes bytes = new FindingBytes(texts);
            List<Finding> findings = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                findings.add(finding(random));
                starts.add(bytes.size());
                bytes.add(findings.get(i));
            }
            FindingDecoder decoder = new FindingDecoder(texts);
            for (int i = 49; i >= 0; i--) {
                assertEquals(findings.get(i), decoder.read(bytes.bytes(), starts.get(i)));
            }
        });
    }

    @Test
    void textsBeyondTheSharedOnesAreKeptToo() {
        StoredTexts texts = new StoredTexts();
        for (int i = 0; i < 30_000; i++) {
            Finding finding = new Finding(
                    "r", Severity.ERROR, i, i, null, null, Map.of("text", "t" + i), List.of(), Map.of(), List.of());
            FindingBytes bytes = new FindingBytes(texts);
            bytes.add(finding);
            assertEquals(finding, new FindingDecoder(texts).read(bytes.bytes(), 0));
        }
        assertEquals(-1, texts.number("one more"));
        assertEquals("t0", texts.at(texts.number("t0")));
    }

    @Test
    void aParameterIsATextOrAWholeNumber() {
        Finding finding = new Finding(
                "r", Severity.ERROR, 1, 1, null, null, Map.of("share", 0.5), List.of(), Map.of(), List.of());
        FindingBytes bytes = new FindingBytes(new StoredTexts());
        assertThrows(IllegalArgumentException.class, () -> bytes.add(finding));
    }
}
