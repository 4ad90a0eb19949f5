package org.tipstats.site.session;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;

/** Refuses forms that do not come from a page of the same session. Shortens line breaks in forms to one character. */
@Singleton
public class FormFilter {

    /**
     * Marks a resource that receives forms which only a page of this website may send. The filter answers 403 if a form
     * comes from another website, or if its token does not belong to the cookie of the browser. Every resource that
     * receives forms at a path where the service reads this cookie must have this mark.
     */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Guarded {}

    @Guarded
    @WithFormRead
    @ServerRequestFilter
    void check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        ResteasyReactiveRequestContext form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        String site = context.request().getHeader("Sec-Fetch-Site");
        boolean own = site == null || site.equals("same-origin") || site.equals("none");
        Object token = form.getFormParameter(Frame.TOKEN, true, false);
        Optional<SessionSecret> secret = SessionCookie.read(context.request());
        boolean known = token instanceof String text
                && secret.filter(held -> held.made(text)).isPresent();
        if (!own || !known) {
            throw ProblemException.forbidden("The form was not sent from a page of this session. Open the page again.");
        }
        shortenLineBreaks(form.getFormData());
    }

    /**
     * Shortens each line break to one character. Browsers send a line break as two characters, but count it as one when
     * they enforce the largest length of a field.
     */
    private static void shortenLineBreaks(FormData fields) {
        List<String> names = new ArrayList<>();
        fields.forEach(names::add);
        for (String name : names) {
            Deque<FormValue> values = fields.get(name);
            if (values.stream().noneMatch(FormValue::isFileItem)) {
                fields.remove(name);
                values.forEach(value -> fields.add(name, value.getValue().replace("\r\n", "\n")));
            }
        }
    }
}
