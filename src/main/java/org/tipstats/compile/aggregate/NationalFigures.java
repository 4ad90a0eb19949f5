package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * Computes the published figures of an accepted national observation: the count as accepted, and the rate of the count.
 */
final class NationalFigures {

    private final KeySpace space;
    private final Statuses statuses;
    private final Optional<Rates> rates;

    NationalFigures(KeySpace space, Statuses statuses, Optional<Rates> rates) {
        this.space = space;
        this.statuses = statuses;
        this.rates = rates;
    }

    /**
     * Returns the observation as accepted. A masked observation gets the confidentiality of values that the provider
     * masked.
     */
    Observation count(Observation accepted) {
        String confidentiality = accepted.confidentiality();
        boolean unsaid = confidentiality == null || statuses.withheld().equals(confidentiality);
        if (!isMasked(accepted) || !unsaid) {
            return accepted;
        }
        return new Observation(
                accepted.key(),
                null,
                accepted.status(),
                statuses.providerMasked(),
                accepted.attributes(),
                accepted.coverage());
    }

    /**
     * Returns the rate of a published count. The result is empty if the population is not known (0) or the count is
     * missing.
     */
    Optional<Observation> rate(Observation count, long population) {
        if (population == 0 || rates.isEmpty() || (count.value() == null && !isMasked(count))) {
            return Optional.empty();
        }
        BigDecimal rate =
                count.value() == null ? null : rates.get().rate(count.value().longValueExact(), population);
        return Optional.of(new Observation(
                rates.get().keyOf(space, count.key()), rate, count.status(), count.confidentiality(), Map.of(), null));
    }

    private boolean isMasked(Observation accepted) {
        return accepted.value() == null && statuses.suppressed().equals(accepted.status());
    }
}
