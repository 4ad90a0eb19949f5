package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proves that percentages are the shares of the counts in their rows, out of the total of these counts. */
public final class ShareProof {

    /** Fewest different shares with decimals that cannot be a coincidence. */
    private static final int FEWEST = 10;

    /** One share out of this number may be wrong. */
    private static final int MOST_WRONG = 20;

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final List<Share> all = new ArrayList<>();

    private record Share(BigDecimal count, BigDecimal percent) {

        boolean fits(BigDecimal total) {
            BigDecimal exact = count.multiply(HUNDRED).divide(total, MathContext.DECIMAL64);
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, percent.scale()));
            return exact.subtract(percent).abs().multiply(BigDecimal.valueOf(2)).compareTo(unit) <= 0;
        }
    }

    public void add(BigDecimal count, BigDecimal percent) {
        all.add(new Share(count, percent));
    }

    /** Returns whether nearly all percentages are the shares of the counts in their rows, apart from rounding. */
    public boolean areProved() {
        Optional<BigDecimal> total = all.stream()
                .filter(each -> each.percent.compareTo(HUNDRED) == 0 && each.count.signum() > 0)
                .map(Share::count)
                .findFirst();
        if (total.isEmpty()) {
            return false;
        }
        Set<BigDecimal> telling = new HashSet<>();
        int wrong = 0;
        for (Share each : all) {
            boolean fits = each.fits(total.get());
            wrong += fits ? 0 : 1;
            if (fits && each.percent.signum() > 0 && each.percent.scale() > 0) {
                telling.add(each.percent);
            }
        }
        return telling.size() >= FEWEST && wrong * MOST_WRONG <= all.size();
    }
}
