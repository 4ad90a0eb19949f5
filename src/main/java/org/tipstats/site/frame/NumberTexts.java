package org.tipstats.site.frame;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the readers of a language write them, with the digits that the data files have. Immutable. */
public final class NumberTexts {

    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.005");

    private final LocalizedNumberFormatter numbers;

    public NumberTexts(PageTexts texts) {
        this.numbers = NumberFormatter.withLocale(texts.locale()).roundingMode(RoundingMode.HALF_UP);
    }

    /** With all decimals that it has. */
    public String exact(BigDecimal number) {
        return numbers.precision(Precision.fixedFraction(Math.max(0, number.scale())))
                .format(number)
                .toString();
    }

    public String whole(long number) {
        return exact(BigDecimal.valueOf(number));
    }

    /** With two decimals; with all where these would make a number that isn't zero look like it. */
    public String rounded(BigDecimal number) {
        boolean vanishes = number.signum() != 0 && number.abs().compareTo(LEAST_SHOWN) < 0;
        return vanishes
                ? exact(number)
                : numbers.precision(Precision.fixedFraction(2)).format(number).toString();
    }
}
