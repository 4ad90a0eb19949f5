package org.tipstats.collect.discussion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the comments on a submission. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
class CommentResource {

    private final DiscussionService discussions;
    private final SubmissionReader submissions;
    private final SchemaRegistry schemas;
    private final CurrentActor actor;

    CommentResource(
            DiscussionService discussions, SubmissionReader submissions, SchemaRegistry schemas, CurrentActor actor) {
        this.discussions = discussions;
        this.submissions = submissions;
        this.schemas = schemas;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/comments")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Page<Comment> comments(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(
                discussions.of(SubmissionIds.read(id), actor.required()).comments(), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @ResponseStatus(201)
    public Comment comment(@RestPath String id, CommentRequest request) {
        if (request == null) {
            throw ProblemException.body("", null, "The body must be JSON with \"text\".");
        }
        UUID submission = SubmissionIds.read(id);
        Actor by = actor.required();
        String key = request.key() == null ? null : key(submission, request.key(), by);
        return discussions.add(submission, key, request.text(), by);
    }

    /**
     * Returns a key as text: the codes in dimension order. If a dimension is missing, its code is empty, so the key
     * belongs to no figure.
     *
     * @throws ProblemException 400 if a dimension is unknown
     */
    private String key(UUID submission, Map<String, String> codes, Actor by) {
        List<Dimension> dimensions = schemas.dataflow(
                        submissions.get(submission, by).dataflow())
                .orElseThrow()
                .structure()
                .dimensions();
        List<String> unknown = codes.keySet().stream()
                .filter(name -> dimensions.stream()
                        .noneMatch(dimension -> dimension.id().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.body("/key", unknown.get(0), "The key has an unknown dimension.");
        }
        return dimensions.stream()
                .map(dimension -> codes.getOrDefault(dimension.id(), ""))
                .collect(Collectors.joining("."));
    }

    /**
     * A request to add a comment.
     *
     * @param key the key of the figure, as codes by dimension id; null for a comment on the whole file
     */
    record CommentRequest(Map<String, String> key, String text) {}
}
