package org.tipstats.vocabulary.names;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Times suggestions for different texts that are not names. Half of them are names with changed letters. */
final class SuggestionsTiming {

    private static final int TEXTS = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SuggestionsTiming() {}

    public static void main(String[] arguments) {
        CodeList codes = Given.SCHEMAS.codeList("CL_CITIZENSHIP").orElseThrow();
        long built = System.nanoTime();
        Suggestions suggestions = Suggestions.of(codes);
        System.out.printf("index: %d ms%n", (System.nanoTime() - built) / 1_000_000);
        List<String> texts = texts();
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            long before = THREADS.getCurrentThreadCpuTime();
            int found = 0;
            for (String text : texts) {
                found += suggestions.forText(text).size();
            }
            System.out.printf(
                    "%d texts: %d ms (%d ms on the processor), %d suggestions%n",
                    TEXTS,
                    (System.nanoTime() - start) / 1_000_000,
                    (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000,
                    found);
        }
    }

    private static List<String> texts() {
        List<Code> codes = Given.SCHEMAS.codeList("CL_AREA").orElseThrow().codes();
        List<String> languages = List.of("en", "fr", "es", "ru", "ar", "zh");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String name =
                    codes.get(i % codes.size()).name().inLanguage(languages.get(i / codes.size() % languages.size()));
            int at = i % name.length();
            char letter = (char) ('a' + i / 7 % 26);
            texts.add(
                    i % 2 == 0
                            ? name.substring(0, at) + letter + (char) ('a' + i / 53 % 26) + name.substring(at)
                            : "person no one knows " + name.hashCode() % 999 + letter + " " + Integer.toString(i, 36));
        }
        return texts;
    }
}
