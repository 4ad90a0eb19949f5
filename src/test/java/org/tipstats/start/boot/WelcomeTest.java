package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelcomeTest {

    /** Regression: the address of a host of IPv6 was no URL. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:8080",
        "0.0.0.0, http://localhost:8080",
        "tip.example.org, http://tip.example.org:8080",
        "::1, http://[::1]:8080",
        "::, http://localhost:8080"
    })
    void theAddressCanBeOpened(String host, String address) {
        assertEquals(address, Welcome.address(host, 8080));
    }
}
