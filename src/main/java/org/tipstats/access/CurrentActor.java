package org.tipstats.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;

/** Who acts in the request at hand. Ask on a worker thread. */
@Singleton
public final class CurrentActor {

    private static final String ATTRIBUTE = "org.tipstats.actor";

    private final CurrentIdentityAssociation association;

    CurrentActor(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** What the framework knows of someone who acts: for every way of signing in the same. */
    public static SecurityIdentity identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id().toString()))
                .addRoles(actor.roles().stream().map(Role::id).collect(Collectors.toSet()))
                .addAttribute(ATTRIBUTE, actor)
                .build();
    }

    /** The acting person; empty for an anonymous request. */
    public Optional<Actor> get() {
        SecurityIdentity identity = association.getIdentity();
        return identity == null ? Optional.empty() : Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** The acting person where {@code @RolesAllowed} has made sure that there is one; 401 for an anonymous request. */
    public Actor required() {
        return get().orElseThrow(
                        () -> new ProblemException(ProblemType.UNAUTHENTICATED, "This requires a valid token."));
    }
}
