package org.tipstats.collect.reports;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.RuleCatalogue;

/** Lists the validation rules. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RuleResource {

    /**
     * A rule.
     *
     * @param severity the default severity, which a dataflow's schema may change
     * @param reason why the rule exists
     * @param remedy what to do about a finding, in general
     * @param hitRate how often the rule fires on the public table of 2003-2016, in English; null if not measurable
     */
    record RuleView(
            String id,
            Severity severity,
            String kind,
            String since,
            String title,
            String reason,
            String example,
            String remedy,
            String hitRate) {

        static RuleView from(RuleCatalogue.Entry rule, String language) {
            RuleTexts texts = RuleTexts.in(language);
            return new RuleView(
                    rule.id(),
                    rule.severity(),
                    rule.kind().word(),
                    rule.since(),
                    texts.title(rule.id()),
                    texts.reason(rule.id()),
                    texts.example(rule.id()),
                    texts.remedy(rule.id()),
                    rule.hitRate());
        }
    }

    @GET
    public Page<RuleView> list(@BeanParam LanguageParameters lang, @RestQuery String limit, @RestQuery String cursor) {
        String language = lang.chosen();
        List<RuleView> all = RuleCatalogue.entries().stream()
                .map(rule -> RuleView.from(rule, language))
                .toList();
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public RuleView get(@RestPath String id, @BeanParam LanguageParameters lang) {
        String language = lang.chosen();
        return RuleCatalogue.find(id)
                .map(rule -> RuleView.from(rule, language))
                .orElseThrow(() -> ProblemException.notFound("rule"));
    }
}
