package org.tipstats.bench.speed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.protect.suppress.Instance;

/**
 * Measures the loss on the instances of secondary suppression, compared with GaussSuppression and the proven optimum.
 */
final class DisclosureBenchmark {

    private DisclosureBenchmark() {}

    static void run() {
        Map<String, String> optima = new HashMap<>();
        for (List<String> row : Instance.read("optimum_small.csv")) {
            optima.put(String.join(" ", row.subList(0, 3)), row.get(7));
        }
        System.out.println("instance policy max | anchor cells (value) | optimum value | cells (value) | seconds");
        for (List<String> row : Instance.read("anchor_summary.csv")) {
            boolean asked =
                    List.of("B", "C").contains(row.get(1)) && List.of("2", "4").contains(row.get(2));
            if (asked && row.get(3).equals("default")) {
                long start = System.nanoTime();
                Instance instance = Instance.of(row.get(0), row.get(1).charAt(0), Long.parseLong(row.get(2)));
                double seconds = (System.nanoTime() - start) / 1e9;
                String name = String.join(" ", row.subList(0, 3));
                System.out.printf(
                        Locale.ROOT,
                        "%s | %s (%s) | %s | %d (%d), %d unprotected | %.1f%n",
                        name,
                        row.get(8),
                        row.get(9),
                        optima.getOrDefault(name, "-"),
                        instance.secondaries().length,
                        instance.secondaryValue(),
                        instance.pattern().unprotected().size(),
                        seconds);
            }
        }
    }
}
