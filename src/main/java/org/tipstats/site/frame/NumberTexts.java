package org.tipstats.site.frame;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats numbers in one language. Uses the digits 0 to 9 in every language. Immutable. */
public final class NumberTexts {

    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.005");

    private final LocalizedNumberFormatter numbers;

    public NumberTexts(PageTexts texts) {
        this.numbers = NumberFormatter.withLocale(texts.locale()).roundingMode(RoundingMode.HALF_UP);
    }

    /** Formats a number with all of its decimals. */
    public String exact(BigDecimal number) {
        return numbers.precision(Precision.fixedFraction(Math.max(0, number.scale())))
                .format(number)
                .toString();
    }

    public String whole(long number) {
        return exact(BigDecimal.valueOf(number));
    }

    /** Formats a number with two decimals. A small number that would become zero keeps all its decimals. */
    public String rounded(BigDecimal number) {
        boolean vanishes = number.signum() != 0 && number.abs().compareTo(LEAST_SHOWN) < 0;
        return vanishes
                ? exact(number)
                : numbers.precision(Precision.fixedFraction(2)).format(number).toString();
    }
}
