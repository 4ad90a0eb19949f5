package org.tipstats.platform.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.ProviderAccountService.ProviderRights;

/** What claims say about a person, in the forms that providers have. */
@Execution(ExecutionMode.CONCURRENT)
class ProviderClaimsTest {

    private static ProviderConfig config(String... settings) {
        // Outside of the framework, a duration has the form of ISO 8601 only.
        Map<String, String> all =
                new HashMap<>(Map.of("tipstats.oidc.check", "PT30S", "tipstats.oidc.clock-skew", "PT30S"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("tipstats.oidc." + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(ProviderConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(ProviderConfig.class);
    }

    private static ProviderClaims claims(String json) {
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return ProviderClaims.of("e30." + payload + ".x");
    }

    private static ProviderRights rights(ProviderConfig config, String json) {
        return claims(json).person(config).rights();
    }

    @Test
    void thePersonIsKnownByIssuerAndSubject() {
        ProviderPerson person = claims("{'iss': 'https://id.example', 'sub': '7', 'name': 'Ágnes', 'email': 'a@b.c'}")
                .person(config());
        assertEquals("https://id.example 7", person.subject());
        assertEquals("Ágnes", person.name());
        assertNull(person.email(), "the provider did not verify it");
        assertEquals(
                "a@b.c",
                claims("{'iss': 'x', 'sub': '7', 'email': 'a@b.c', 'email_verified': true}")
                        .person(config())
                        .email());
        assertNull(person.rights(), "no groups are named, so administrators decide");
        assertEquals(
                "7",
                claims("{'iss': 'x', 'sub': '7', 'name': ' '}").person(config()).name());
    }

    @Test
    void groupsGiveRolesAndAreas() {
        ProviderConfig config =
                config("submitters", "tip-in,tip-in-2", "reviewers", "tip-check", "areas-prefix", "area-");
        assertEquals(
                new ProviderRights(Set.of(AccountRole.SUBMITTER), Set.of("AUT", "BEL")),
                rights(config, "{'groups': ['tip-in-2', 'area-AUT', 'area-BEL', 'staff']}"));
        assertEquals(new ProviderRights(Set.of(), Set.of()), rights(config, "{'groups': ['staff']}"));
        assertEquals(new ProviderRights(Set.of(), Set.of()), rights(config, "{}"));
    }

    @Test
    void claimsMayBeNestedTextsOrHaveADotInTheirName() {
        ProviderConfig nested = config(
                "publishers",
                "pub",
                "groups-claim",
                "resource_access.tip.roles",
                "areas-claim",
                "https://x.example/areas");
        assertEquals(
                new ProviderRights(Set.of(AccountRole.PUBLISHER), Set.of("AUT", "FRA")),
                rights(
                        nested,
                        "{'resource_access': {'tip': {'roles': ['pub']}}, 'https://x.example/areas': 'AUT FRA'}"));
    }

    @Test
    void aRoleMayNeedAStrength() {
        ProviderConfig config = config("acr.publisher", "gold,silver");
        assertTrue(config.proves(null, AccountRole.REVIEWER));
        assertTrue(config.proves("silver", AccountRole.PUBLISHER));
        assertFalse(config.proves("bronze", AccountRole.PUBLISHER));
        assertFalse(config.proves(null, AccountRole.PUBLISHER));
        assertEquals("gold", claims("{'acr': 'gold'}").strength());
        assertNull(claims("{'acr': 2}").strength());
    }
}
