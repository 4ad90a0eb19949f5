package org.tipstats.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.CallerEvents;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** The actor of the current request. The caller must run on a worker thread. */
@Singleton
public final class CurrentActor implements CallerEvents {

    private static final String ATTRIBUTE = "org.tipstats.actor";

    /** The attribute that the log shows as the account of a request. */
    private static final String ACCOUNT = "account";

    private final CurrentIdentityAssociation association;

    CurrentActor(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** Returns the framework's identity of an actor. The identity does not depend on how the actor signed in. */
    public static SecurityIdentity identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id().toString()))
                .addRoles(actor.roles().stream().map(AccountRole::id).collect(Collectors.toSet()))
                .addAttribute(ATTRIBUTE, actor)
                .addAttribute(ACCOUNT, actor.id() + " (" + actor.name() + ")")
                .build();
    }

    /** Returns the actor; empty for an anonymous request. */
    public Optional<Actor> get() {
        SecurityIdentity identity = association.getIdentity();
        return identity == null ? Optional.empty() : Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /**
     * Returns the actor, for resources whose {@code @RolesAllowed} ensures that there is one.
     *
     * @throws ProblemException 401 for an anonymous request
     */
    public Actor required() {
        return get().orElseThrow(
                        () -> new ProblemException(ProblemType.UNAUTHENTICATED, "This requires a valid token."));
    }

    @Override
    public AuditEvent event(String action, String subject) {
        return required().event(action, subject);
    }
}
