package org.tipstats.platform.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;

/**
 * Renders problems as {@code application/problem+json}, for the API and for every request that no other renderer covers.
 */
@Singleton
public class ApiProblemRenderer {

    private static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    ApiProblemRenderer(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Renders a problem.
     *
     * @param requestId the id of the failed request, or another id that identifies the failure in the log
     */
    public RenderedProblem render(Problem problem, String requestId) {
        Map<String, Object> members = members(problem, requestId);
        return new RenderedProblem(MEDIA_TYPE, Uncheck.get(() -> json.writeValueAsBytes(members)));
    }

    private static Map<String, Object> members(Problem problem, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type().path());
        members.put("title", problem.type().title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.put("instance", requestId);
        members.put("requestId", requestId);
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        members.putAll(problem.members());
        return members;
    }
}
