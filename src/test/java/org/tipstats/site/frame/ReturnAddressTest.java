package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/en/", "/fr/data/VICTIMS?REF_AREA=AUT,150&TIME_PERIOD=2010:2016", "/ar/search?q=%D8%A7+x"})
    void addressesOfPagesAreTaken(String address) {
        assertEquals(
                Optional.of(address),
                Site.returnAddress(address).map(URI::create).map(URI::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/en/",
                "/xx/",
                "/en/%zz",
                "/en/data?q=100%",
                "/en/ x",
                ""
            })
    void nothingElseIs(String address) {
        assertEquals(Optional.empty(), Site.returnAddress(address));
    }
}
