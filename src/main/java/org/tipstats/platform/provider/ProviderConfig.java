package org.tipstats.platform.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;

/** The organisation's provider. Without an issuer there is none, and people sign in with tokens of this service. */
@ConfigMapping(prefix = "tipstats.oidc")
public interface ProviderConfig {

    /** The longest time that a person has at the provider until they come back. */
    Duration SIGN_IN_TIME = Duration.ofMinutes(10);

    /** Returns the address of the provider, exactly as its tokens name it ({@code iss}). */
    Optional<String> issuer();

    /** Returns the id under which the provider knows this service. */
    Optional<String> clientId();

    /** Returns the secret that belongs to the id. */
    Optional<String> clientSecret();

    /** Returns the name of the provider, for people. Without it, pages speak of the organisation. */
    Optional<String> name();

    /** Returns the scopes that the service asks for besides {@code openid}. */
    @WithDefault("profile")
    List<String> scopes();

    /** Returns the claim that lists a person's groups, with dots between the names of nested claims. */
    @WithDefault("groups")
    String groupsClaim();

    /** Returns the groups whose members submit figures. If no role has groups, administrators here grant the roles. */
    Optional<Set<String>> submitters();

    /** Returns the groups whose members review submissions. */
    Optional<Set<String>> reviewers();

    /** Returns the groups whose members publish releases. */
    Optional<Set<String>> publishers();

    /** Returns the groups whose members are administrators. */
    Optional<Set<String>> administrators();

    /** Returns the claim that lists the areas for which a person submits. */
    @WithDefault("groups")
    String areasClaim();

    /** Returns the beginning of the values that are areas; the rest is the code, for example {@code AUT}. */
    Optional<String> areasPrefix();

    /** Returns the strengths of a sign-in ({@code acr}) that are enough for the role; without them, any is. */
    Strengths acr();

    /** Returns the audience that tokens of programs must name. Without it, programs cannot use tokens of the provider. */
    Optional<String> audience();

    /** Returns false if only the provider, and tokens for emergencies, open the service. The default is true. */
    @WithDefault("true")
    boolean tokens();

    /** Returns how long a session goes on before the provider is asked again. The default is 30 seconds. */
    @WithDefault("30s")
    Duration check();

    /** Returns how far the clocks of provider and service may differ. The default is 30 seconds. */
    @WithDefault("30s")
    Duration clockSkew();

    /** The strengths of a sign-in that a role needs. Each is a list of which one is enough, as the provider names them. */
    interface Strengths {

        Optional<Set<String>> submitter();

        Optional<Set<String>> reviewer();

        Optional<Set<String>> publisher();

        Optional<Set<String>> administrator();

        default Optional<Set<String>> of(AccountRole role) {
            return switch (role) {
                case SUBMITTER -> submitter();
                case REVIEWER -> reviewer();
                case PUBLISHER -> publisher();
                case ADMINISTRATOR -> administrator();
            };
        }
    }

    default boolean isSet() {
        return issuer().isPresent();
    }

    /** Returns the groups that give a role. */
    default Set<String> groups(AccountRole role) {
        Optional<Set<String>> groups = switch (role) {
            case SUBMITTER -> submitters();
            case REVIEWER -> reviewers();
            case PUBLISHER -> publishers();
            case ADMINISTRATOR -> administrators();
        };
        return groups.orElse(Set.of());
    }

    /** Returns true if the groups of the provider decide about roles and areas. */
    default boolean decidesRights() {
        return Stream.of(AccountRole.values()).anyMatch(role -> !groups(role).isEmpty());
    }

    /** Checks that a sign-in of this strength is enough for the role. */
    default boolean proves(String strength, AccountRole role) {
        return acr().of(role).map(enough -> enough.contains(strength)).orElse(true);
    }
}
