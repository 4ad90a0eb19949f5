package org.tipstats.platform.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;

/** Settings of the organisation's provider of identities. Without an issuer, people use tokens of this service. */
@ConfigMapping(prefix = "tipstats.oidc")
public interface ProviderConfig {

    /** The longest time that a person may spend at the provider to sign in. */
    Duration SIGN_IN_TIME = Duration.ofMinutes(10);

    /** Returns the address of the provider, exactly as its tokens name it ({@code iss}). */
    Optional<String> issuer();

    /** Returns the id under which the provider knows this service. */
    Optional<String> clientId();

    /** Returns the secret that belongs to the id. */
    Optional<String> clientSecret();

    /** Returns the name of the provider that people see. Without a name, pages speak of the organisation. */
    Optional<String> name();

    /** Returns the scopes that the service asks for, in addition to {@code openid}. */
    @WithDefault("profile")
    List<String> scopes();

    /** Returns the path of the claim that lists a person's groups, with dots between the names of nested claims. */
    @WithDefault("groups")
    String groupsClaim();

    /** Returns the groups whose members submit figures. If no role has groups, administrators grant the roles here. */
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

    /** Returns the prefix of words that name an area. The rest of such a word is the code, for example {@code AUT}. */
    Optional<String> areasPrefix();

    /**
     * Returns the strengths of a sign-in ({@code acr}) that are enough for each role. A role without a list accepts
     * every sign-in.
     */
    Strengths acr();

    /**
     * Returns the audience that tokens of programs must name. Without this setting, programs cannot use tokens of the
     * provider.
     */
    Optional<String> audience();

    /**
     * Returns whether this service accepts its own tokens. If not, it accepts only those for emergencies. Default true.
     */
    @WithDefault("true")
    boolean tokens();

    /** Returns the time between two checks of a session with the provider. The default is 30 seconds. */
    @WithDefault("30s")
    Duration check();

    /** Returns how far the clocks of provider and service may differ. The default is 30 seconds. */
    @WithDefault("30s")
    Duration clockSkew();

    /**
     * The strengths of a sign-in that are enough for each role, as the provider names them. One strength of the list
     * suffices.
     */
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

    /** Returns whether a sign-in of this strength is enough for the role. */
    default boolean proves(String strength, AccountRole role) {
        return acr().of(role).map(enough -> enough.contains(strength)).orElse(true);
    }
}
