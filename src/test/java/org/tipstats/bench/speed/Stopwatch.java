package org.tipstats.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** Measures and prints figures. */
final class Stopwatch {

    private Stopwatch() {}

    /** Work to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Returns the median time of several runs in seconds, after one run that does not count. */
    static double median(int runs, Work work) throws Exception {
        work.run();
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = once(work);
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }

    /** Returns the time of one run in seconds. */
    static double once(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Returns the time that one run takes on all processors in seconds. Other programs change it little. */
    static double processor(Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begun = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - begun) / 1e9;
    }

    static void print(String what, double value, String unit, String target, String beside, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %10.3f %-3s  target %-9s  %s%n",
                what,
                value,
                unit,
                target,
                beside.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f x %s", ratio, beside));
    }
}
