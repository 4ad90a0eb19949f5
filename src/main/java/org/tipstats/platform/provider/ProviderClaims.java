package org.tipstats.platform.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.ProviderAccountService.ProviderRights;

/** The claims of a provider's token. The caller must have verified the token. */
public record ProviderClaims(Map<String, Object> claims) {

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the claims of a signed token. */
    public static ProviderClaims of(String token) {
        try {
            return new ProviderClaims(JSON.readValue(Base64.getUrlDecoder().decode(token.split("\\.")[1]), CLAIMS));
        } catch (IOException e) {
            throw new IllegalArgumentException("the token has no claims", e);
        }
    }

    /** Returns the person. If the settings name groups, the person has the rights that the groups give. */
    public ProviderPerson person(ProviderConfig config) {
        String id = text("sub");
        String name = Stream.of("name", "preferred_username", "email", "client_id", "azp")
                .map(this::text)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(id);
        String email = Boolean.TRUE.equals(claims.get("email_verified")) ? text("email") : null;
        return new ProviderPerson(text("iss") + " " + id, name, email, config.decidesRights() ? rights(config) : null);
    }

    /** Returns the strength of the sign-in ({@code acr}); null if the provider does not give it. */
    public String strength() {
        return text("acr");
    }

    private ProviderRights rights(ProviderConfig config) {
        Set<String> groups = words(config.groupsClaim());
        Set<AccountRole> roles = Arrays.stream(AccountRole.values())
                .filter(role -> config.groups(role).stream().anyMatch(groups::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccountRole.class)));
        String prefix = config.areasPrefix().orElse("");
        Set<String> areas = words(config.areasClaim()).stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ProviderRights(roles, areas);
    }

    private String text(String claim) {
        return claims.get(claim) instanceof String text ? text : null;
    }

    /** Returns the words of a claim: the items of a list, or the parts of a text between spaces. */
    private Set<String> words(String path) {
        Object value = claims;
        // The name of a claim may itself contain a dot, for example if it is a URL.
        if (claims.containsKey(path)) {
            value = claims.get(path);
        } else {
            for (String name : path.split("\\.")) {
                value = value instanceof Map<?, ?> members ? members.get(name) : null;
            }
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        return value instanceof String text ? Set.of(text.split(" ")) : Set.of();
    }
}
